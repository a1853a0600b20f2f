package se.nollan.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders inside the service. */
@AnalyzeClasses(packages = "se.nollan.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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
        "org.jboss.."
    };

    @ArchTest
    static final ArchRule theRulesKnowNothingButThemselves = classes()
            .that()
            .resideInAPackage("..measure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..measure..");

    @ArchTest
    static final ArchRule whatARegionAsksForInItsOwnFollowUpStaysOutOfTheNationalFigure = noClasses()
            .that()
            .resideInAnyPackage("..evaluation..", "..outbox..")
            .or()
            .haveNameMatching(".*\\.measure\\.(RuleSet|Edition|Evaluation|Judgement|Tally)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.measure\\.(FollowUp|RegionalRules|ClosedQueueHours)(\\$.*)?");

    @ArchTest
    static final ArchRule theSignalsKnowTheRulesOnly = classes()
            .that()
            .resideInAPackage("..signals..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..measure..", "..signals..");

    @ArchTest
    static final ArchRule coresImportNoFramework = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.(Caller|AccessEntry|RegisterVersion|SliceKey|SlicePart|Slice|Touching|UnitDay|ContactsMessage"
                            + "|Deflated|Rfc3339|Editions|Evaluator|Family|LoadedSlice|StoredSlice|Standing|NewResult|Dispositions|FormatTime"
                            + "|Message|Waiting|Poison|Fault|Words)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule recordsAndEnumsAreCore = noClasses()
            .that()
            .areRecords()
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("Explanation")
            .and()
            .doNotHaveSimpleName("Question")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule featuresDependOnEachOtherInOneDirection =
            slices().matching("se.nollan.rules.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyReachesIntoAnotherService =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("se.nollan.ingest..", "se.nollan.publish..");
}
