package se.nollan.ingest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.util.Set;

/** The borders inside the service: plain-Java cores, thin adapters around them, features that meet only in the open. */
@AnalyzeClasses(packages = "se.nollan.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.quarkiverse..",
        "io.smallrye..",
        "io.vertx..",
        "org.hibernate..",
        "com.fasterxml..",
        "org.apache.kafka..",
        "org.eclipse.microprofile..",
        "org.jboss..",
        "io.micrometer.."
    };

    /** Framework code that is no bean, endpoint or entity, and so does not show by its annotation. */
    private static final Set<String> SEAMS = Set.of(
            // what the features plug into the outbox and into access
            "se.nollan.ingest.outbox.Rendering",
            "se.nollan.ingest.access.ProviderRegions",
            // JSON and YAML on the border
            "se.nollan.ingest.register.RegisterJson",
            "se.nollan.ingest.format.NdjsonReader",
            "se.nollan.ingest.profile.ProfileFile",
            "se.nollan.ingest.profile.ProfileValues",
            // one object a submission, made by the beans of the intake
            "se.nollan.ingest.submission.UnreadBody",
            "se.nollan.ingest.slice.StagingWriter",
            "se.nollan.ingest.submission.SubmissionProblems",
            // mapped by their methods' annotations
            "se.nollan.ingest.outbox.BrokerGate");

    private static final DescribedPredicate<JavaClass> AN_ADAPTER =
            DescribedPredicate.describe("an adapter", BordersTest::isAdapter);

    private static boolean isAdapter(JavaClass type) {
        JavaClass top = type;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        return SEAMS.contains(top.getName())
                || top.getPackageName().equals("se.nollan.ingest")
                || top.getAnnotations().stream()
                        .anyMatch(it -> resideInAnyPackage(FRAMEWORKS).test(it.getRawType()));
    }

    @ArchTest
    static final ArchRule theCoresImportNoFramework = noClasses()
            .that(DescribedPredicate.not(AN_ADAPTER))
            .should()
            .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS));

    @ArchTest
    static final ArchRule theCoresDoNotKnowTheDatabase = noClasses()
            .that(DescribedPredicate.not(AN_ADAPTER))
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Repository")
                    .or(simpleNameEndingWith("Queries"))
                    .or(annotatedWith(Entity.class)));

    @ArchTest
    static final ArchRule theFeaturesHaveAnOrder =
            slices().matching("se.nollan.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyCallsAnEndpoint = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("se.nollan.ingest..")
                    .and(simpleNameEndingWith("Resource").or(simpleNameEndingWith("Consumer")))
                    .and(DescribedPredicate.describe(
                            "top level", it -> it.getEnclosingClass().isEmpty())))
            .because("endpoints and consumers are the outer edge")
            .allowEmptyShould(true);
}
