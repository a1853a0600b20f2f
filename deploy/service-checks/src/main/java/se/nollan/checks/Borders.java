package se.nollan.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The borders inside a service, the same for all: a core in plain Java, adapters around it, features in one direction. */
public final class Borders {

    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.quarkiverse..",
        "io.smallrye..",
        "io.vertx..",
        "io.micrometer..",
        "org.hibernate..",
        "com.fasterxml..",
        "org.apache.kafka..",
        "org.eclipse.microprofile..",
        "org.jboss.."
    };

    private final String service;
    private final Set<String> seams;

    private Borders(String service, Set<String> seams) {
        this.service = service;
        this.seams = seams;
    }

    /**
     * Holds a service to all rules.
     *
     * @param service its package
     * @param seams framework code that is no bean, endpoint or entity, and so does not show by an annotation
     * @throws AssertionError that says which rule is broken, and where
     */
    public static void check(String service, String... seams) {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        new Borders(service, Set.of(seams)).rules().forEach(rule -> rule.check(all));
    }

    private List<ArchRule> rules() {
        return List.of(
                noClasses()
                        .that(not(anAdapter()))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS))
                        .because("a core imports no framework"),
                noClasses()
                        .that(not(anAdapter()))
                        .should()
                        .dependOnClassesThat(resideInAPackage(service + "..")
                                .and(fullNameMatching(".*(Repository|Queries)")
                                        .or(annotatedWith("jakarta.persistence.Entity"))))
                        .because("a core does not know the database"),
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage(service + "..").and(fullNameMatching("[^$]*(Resource|Consumer)")))
                        .allowEmptyShould(true)
                        .because("endpoints and consumers are the outer edge"),
                classes().that().haveSimpleNameEndingWith("Resource").should().beAnnotatedWith("jakarta.ws.rs.Path"),
                slices().matching(service + ".(*)..").should().beFreeOfCycles(),
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("se.nollan..")
                                .and(not(resideInAnyPackage(service + "..", "se.nollan.base.."))))
                        .because("nobody reaches into another service"));
    }

    /** What is annotated by a framework, itself or a method, is its adapter, and so is what it holds. */
    private DescribedPredicate<JavaClass> anAdapter() {
        return describe("an adapter", type -> {
            JavaClass top = outermost(type);
            return seams.contains(top.getName()) || isAnnotated(top) || isAnnotated(type);
        });
    }

    private static boolean isAnnotated(JavaClass type) {
        return Stream.concat(
                        type.getAnnotations().stream(),
                        type.getMethods().stream().flatMap(method -> method.getAnnotations().stream()))
                .anyMatch(each -> resideInAnyPackage(FRAMEWORKS).test(each.getRawType()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Borders::outermost).orElse(type);
    }
}
