package se.nollan.publish;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** The borders inside the service. */
@AnalyzeClasses(packages = "se.nollan.publish", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    /** What an adapter is called; everything else in a feature is its core. */
    private static final Pattern ADAPTER = Pattern.compile(
            ".*(Resource|Consumer|Repository|Row|Rows|Body|Bodies|Message|Mapper|Service|CurrentMonth|Views|List|Callers|Parameters|Input)");

    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.quarkiverse..",
        "io.smallrye..",
        "io.vertx..",
        "org.hibernate..",
        "org.apache.kafka..",
        "org.eclipse..",
        "org.jboss..",
        "com.fasterxml.."
    };

    private static final DescribedPredicate<JavaClass> CORE = describe(
            "are the core of a feature",
            type -> !ADAPTER.matcher(outermost(type).getSimpleName()).matches());

    private static final DescribedPredicate<JavaClass> IN_A_FEATURE = resideInAnyPackage(
            "..register..",
            "..results..",
            "..submissions..",
            "..figure..",
            "..suppression..",
            "..month..",
            "..statement..",
            "..signals..",
            "..access..");

    @ArchTest
    static final ArchRule coresAreFreeOfFrameworks =
            noClasses().that(IN_A_FEATURE.and(CORE)).should().dependOnClassesThat(resideInAnyPackage(FRAMEWORKS));

    @ArchTest
    static final ArchRule coresDoNotKnowTheirAdapters = noClasses()
            .that(IN_A_FEATURE.and(CORE))
            .should()
            .dependOnClassesThat(IN_A_FEATURE.and(not(CORE)).or(resideInAnyPackage("..http..", "..messages..")));

    @ArchTest
    static final ArchRule noFeatureGoesInACircle =
            slices().matching("se.nollan.publish.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyAdaptersAreCalledSo =
            classes().that().haveSimpleNameEndingWith("Resource").should().beAnnotatedWith("jakarta.ws.rs.Path");

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(BordersTest::outermost).orElse(type);
    }
}
