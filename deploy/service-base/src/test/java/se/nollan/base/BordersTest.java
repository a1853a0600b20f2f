package se.nollan.base;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What every service stands on knows none of them, and no word of the domain but the roles. */
@AnalyzeClasses(packages = "se.nollan.base", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    private static final String DOMAIN =
            "(?i).*(unit|contact|slice|submission|edition|ruleset|statement|tally|counted|channel|hits|misses).*";

    @ArchTest
    static final ArchRule itKnowsNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("se.nollan.ingest..", "se.nollan.rules..", "se.nollan.publish..");

    @ArchTest
    static final ArchRule itKnowsNoWordOfTheDomain = noClasses().should().haveNameMatching(DOMAIN);

    @ArchTest
    static final ArchRule norDoItsMembers = noMembers()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("se.nollan.base..")
            .should()
            .haveNameMatching(DOMAIN);

    @ArchTest
    static final ArchRule itsPackagesHaveAnOrder =
            slices().matching("se.nollan.base.(*)..").should().beFreeOfCycles();
}
