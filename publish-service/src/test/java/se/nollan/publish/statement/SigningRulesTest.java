package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.C;
import static se.nollan.publish.figure.Examples.COORDINATOR;
import static se.nollan.publish.figure.Examples.REGION_OWN;
import static se.nollan.publish.figure.Examples.RULES;
import static se.nollan.publish.figure.Examples.counts;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.figure.Examples;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.PutAside;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.statement.Objection.ChangedResult;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.ReEvaluation;
import se.nollan.publish.submissions.WorkedThrough;

class SigningRulesTest {

    private static final WorkedThrough DONE = new WorkedThrough(100, List.of());

    private final Examples region =
            new Examples().unit(A, REGION_OWN).line("+46631000001", A, false).phone(A, "2026-10-05", 3, 1);
    private final Statement draft = draft();

    @Test
    void aDraftOfWhatStandsCanBeSigned() {
        assertThat(objections(draft)).isEmpty();
    }

    @Test
    @DisplayName("Invariant 10: a month with a slice sent but not yet evaluated cannot be signed")
    void aSliceThatIsNotEvaluatedStandsInTheWay() {
        OutstandingSlice slice = new OutstandingSlice(
                REGION_OWN, "teleq", "+46631000001", LocalDate.parse("2026-10-05"), 2, "id", List.of(A));

        assertThat(SigningRules.objections(draft, region.month(), List.of(slice), List.of(), DONE))
                .containsExactly(new Objection.NotEvaluated(List.of(slice)));
    }

    @Test
    void aResultThatHasChangedSinceTheDraftStandsInTheWay() {
        region.result(A, "2026-10-05", Channel.PHONE, 2, counts(4, 0, 0, 0), RULES)
                .phone(A, "2026-10-06", 1, 0);

        assertThat(objections(draft))
                .containsExactly(new Objection.ResultsChanged(List.of(
                        new ChangedResult(new ResultRevision(A, LocalDate.parse("2026-10-05"), Channel.PHONE, 0), 1, 2),
                        new ChangedResult(
                                new ResultRevision(A, LocalDate.parse("2026-10-06"), Channel.PHONE, 0), 0, 1))));
    }

    @Test
    void aNewRegisterVersionStandsInTheWay() {
        region.registerVersion(4);

        assertThat(objections(draft)).containsExactly(new Objection.BasisChanged(3, 4));
    }

    @Test
    void anEmptyDeliverySinceTheDraftStandsInTheWayBecauseMissingBecameZero() {
        region.delivered(REGION_OWN, "+46631000001", "2026-10-01", "2026-10-31");

        assertThat(objections(draft))
                .singleElement()
                .extracting(Objection::detail)
                .asString()
                .contains("What has been sent for the month has changed");
    }

    @Test
    @DisplayName("Section 5: a month evaluated by two editions cannot be signed")
    void twoEditionsStandInTheWay() {
        region.result(
                A, "2026-10-07", Channel.PHONE, 1, counts(1, 0, 0, 0), new RuleSet("1.9", "se-1", new TreeMap<>()));

        assertThat(objections(draft())).containsExactly(new Objection.SeveralEditions(List.of("1.9", "2.0")));
    }

    @Test
    @DisplayName("A month of which a result lies in dead-letters cannot be signed")
    void aResultInDeadLettersStandsInTheWay() {
        PutAside aside = new PutAside(A, LocalDate.parse("2026-10-05"), "phone", "unknown rule");

        assertThat(SigningRules.objections(draft(), region.month(), List.of(), List.of(aside), DONE))
                .singleElement()
                .satisfies(objection -> assertThat(objection.detail()).contains("1 results", "operator"));
    }

    @Test
    void contactsOfAnUnknownUnitStandInTheWay() {
        region.unit(B, REGION_OWN).phone(C, "2026-10-05", 1, 0);

        assertThat(objections(draft()))
                .containsExactly(new Objection.Unattributed(
                        List.of(new ResultRevision(C, LocalDate.parse("2026-10-05"), Channel.PHONE, 1))));
    }

    @Test
    @DisplayName("A month is not signed while results of it are being evaluated again, or made by an older register")
    void whatIsNotWorkedThroughStandsInTheWay() {
        ReEvaluation again =
                new ReEvaluation("register", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"), null);
        for (WorkedThrough some : List.of(
                new WorkedThrough(3, List.of(again)),
                new WorkedThrough(2, List.of()),
                new WorkedThrough(-1, List.of()))) {
            assertThat(SigningRules.objections(draft, region.month(), List.of(), List.of(), some))
                    .containsExactly(new Objection.EvaluatedAgain(some, 3));
        }
    }

    private List<Objection> objections(Statement draft) {
        return SigningRules.objections(draft, region.month(), List.of(), List.of(), DONE);
    }

    private Statement draft() {
        return Statement.draft(region.month(), List.of(), null, null, COORDINATOR);
    }
}
