package se.nollan.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.nollan.checks.Borders;
import se.nollan.checks.Tables;

/** The borders inside the service. */
@AnalyzeClasses(packages = "se.nollan.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    @Test
    void theBordersOfEveryServiceHold() {
        Borders.check(
                "se.nollan.rules",
                // JSON on the border
                "se.nollan.rules.json.Fields",
                "se.nollan.rules.json.StrictJson",
                "se.nollan.rules.intake.ContactsJson",
                "se.nollan.rules.slice.ContactJson",
                "se.nollan.rules.format.ContactFields",
                "se.nollan.rules.format.ContactWriter",
                "se.nollan.rules.format.RegisterExcerpt",
                "se.nollan.rules.evaluation.SignalsJson",
                "se.nollan.rules.followup.OwnRulesJson",
                "se.nollan.rules.ruleset.RuleSetChoice",
                "se.nollan.rules.conformance.Question",
                "se.nollan.rules.conformance.VectorAnswers",
                // answers, with parts that are JSON already
                "se.nollan.rules.explanation.DayExplanation",
                "se.nollan.rules.explanation.MonthExplanation",
                "se.nollan.rules.explanation.FollowUpExplanation",
                "se.nollan.rules.explanation.UnitFollowUp",
                "se.nollan.rules.whatif.WhatIfAnswer",
                // a problem (410)
                "se.nollan.rules.slice.SealedDay",
                // what the slices plug into the queue
                "se.nollan.rules.queue.RegisterRetouch");
    }

    @Test
    void eachTableHasOneWriter() {
        assertThat(Tables.withSeveralWriters(Path.of(""))).isEmpty();
    }

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
}
