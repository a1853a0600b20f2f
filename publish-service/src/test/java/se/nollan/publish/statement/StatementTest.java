package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.COORDINATOR;
import static se.nollan.publish.figure.Examples.REGION_OWN;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.figure.Examples;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.FigureStatus;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
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
        Statement signed = draft(region.month(), null, null).sign(COORDINATOR, null);
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
        Statement signed = draft(region.month(), null, null).sign(COORDINATOR, null);
        MonthContent corrected = region.phone(B, "2026-10-06", 2, 2).month();

        assertThatThrownBy(() -> draft(corrected, signed, " "))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.REASON_MISSING));
    }

    @Test
    void aStatementThatWouldSayTheSameAsTheSignedOneIsRefused() {
        Statement signed = draft(region.month(), null, null).sign(COORDINATOR, null);

        assertThatThrownBy(() -> draft(region.month(), signed, "again"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOTHING_CHANGED));
    }

    @Test
    @DisplayName("A signed statement is held to all that it says, to who signed it, and to the version before")
    void aSignedStatementIsHeldToAllThatItSays() {
        Statement draft = draft(region.month(), null, null);
        Statement signed = draft.sign(COORDINATOR, null);
        AuditStamp another = new AuditStamp(COORDINATOR.at(), COORDINATOR.client(), "eva");
        MonthContent others = region.phone(B, "2026-10-06", 2, 2).month();

        assertThat(signed.isIntact()).isTrue();
        assertThat(draft.sign(another, null).with(signed.chain()).isIntact()).isFalse();
        assertThat(signed.with(new Chain(signed.chain().hash(), "another")).isIntact())
                .isFalse();
        assertThat(new Statement(
                                signed.id(),
                                others,
                                signed.contentHash(),
                                null,
                                List.of(),
                                List.of(),
                                signed.drafted(),
                                signed.signed(),
                                signed.chain())
                        .isIntact())
                .isFalse();
    }

    @Test
    @DisplayName("What the public is held to is the same whatever a hidden unit counted, so it confirms no guess")
    void thePublicHashConfirmsNoGuess() {
        Statement one =
                draft(region.phone(B, "2026-10-06", 2, 1).month(), null, null).sign(COORDINATOR, null);
        Statement other =
                draft(region.phone(B, "2026-10-06", 1, 2).month(), null, null).sign(COORDINATOR, null);
        Set<Figure.Key> all = one.content().figures().stream().map(Figure::key).collect(Collectors.toSet());

        assertThat(StatementHash.ofView(one, ReaderView.toPublic(one.content(), List.of(), all), 5, null))
                .isEqualTo(StatementHash.ofView(other, ReaderView.toPublic(other.content(), List.of(), all), 5, null));
        assertThat(one.contentHash()).isNotEqualTo(other.contentHash());
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
