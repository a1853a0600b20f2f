package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.COORDINATOR;
import static se.nollan.publish.figure.Examples.REGION_OWN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.figure.Examples;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.FigureStatus;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.results.Channel;

class StatementTest {

    private final Examples region =
            new Examples().unit(A, REGION_OWN).unit(B, REGION_OWN).phone(A, "2026-10-05", 3, 1);

    @Test
    void theFirstStatementIsVersionOneAndNeedsNoReason() {
        Statement draft = draft(region.month(), null, null);

        assertThat(draft.id()).hasToString("23-2026-10-1");
        assertThat(draft.changes()).isEmpty();
        assertThat(draft.signed()).isNull();
    }

    @Test
    @DisplayName("Invariant 10: a correction is the next version, with a reason, and says what changed and how")
    void aCorrectionIsTheNextVersionAndSaysWhatChanged() {
        Statement signed = draft(region.month(), null, null).sign(COORDINATOR);
        MonthContent corrected = region.phone(B, "2026-10-06", 2, 2).month();

        Statement next = draft(corrected, signed, "Rehab sent its file late");

        assertThat(next.id()).hasToString("23-2026-10-2");
        assertThat(next.changes())
                .filteredOn(change -> change.level() == Level.UNIT && change.channel() == Channel.PHONE)
                .containsExactly(new FigureChange(
                        Level.UNIT,
                        B,
                        "Enhet B",
                        Channel.PHONE,
                        new FigureChange.Brief(FigureStatus.MISSING, 0, 0, 0),
                        new FigureChange.Brief(FigureStatus.REPORTED, 4, 2, 4)));
        assertThat(next.changes()).anyMatch(change -> change.level() == Level.REGION);
        assertThat(next.changes()).noneMatch(change -> change.id().equals(A));
    }

    @Test
    void aFigureThatIsNewOrGoneIsAChangeToo() {
        MonthContent before = new Examples().unit(A, REGION_OWN).month();
        MonthContent after = new Examples().unit(B, REGION_OWN).month();

        List<FigureChange> changes = FigureChange.between(before, after);

        assertThat(changes).anyMatch(change -> change.id().equals(B) && change.before() == null);
        assertThat(changes).anyMatch(change -> change.id().equals(A) && change.after() == null);
    }

    @Test
    void aCorrectionWithoutAReasonIsRefused() {
        Statement signed = draft(region.month(), null, null).sign(COORDINATOR);
        MonthContent corrected = region.phone(B, "2026-10-06", 2, 2).month();

        assertThatThrownBy(() -> draft(corrected, signed, " "))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.REASON_MISSING));
    }

    @Test
    void aStatementThatWouldSayTheSameAsTheSignedOneIsRefused() {
        Statement signed = draft(region.month(), null, null).sign(COORDINATOR);

        assertThatThrownBy(() -> draft(region.month(), signed, "again"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOTHING_CHANGED));
    }

    @Test
    void theHashIsThatOfTheContentAndOfNothingElse() {
        Statement one = draft(region.month(), null, null);
        Statement again = draft(region.month(), null, "a reason");
        Statement other = draft(region.phone(A, "2026-10-06", 1, 0).month(), null, null);

        assertThat(one.contentHash()).matches("[0-9a-f]{64}").isEqualTo(again.contentHash());
        assertThat(other.contentHash()).isNotEqualTo(one.contentHash());
    }

    @Test
    void anIdIsReadableAndReadBack() {
        assertThat(StatementId.parse("23-2026-10-1"))
                .contains(draft(region.month(), null, null).id());
        assertThat(StatementId.parse("23-2026-13-1")).isEmpty();
        assertThat(StatementId.parse("23-2026-10-0")).isEmpty();
        assertThat(StatementId.parse("2-2026-10-1")).isEmpty();
    }

    private static Statement draft(MonthContent monthContent, @Nullable Statement last, @Nullable String reason) {
        return Statement.draft(monthContent, List.of(), last, reason, COORDINATOR);
    }
}
