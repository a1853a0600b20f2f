package se.nollan.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Register.Line;
import se.nollan.rules.measure.Register.LineKind;
import se.nollan.rules.measure.Register.Period;
import se.nollan.rules.measure.Register.Unit;
import se.nollan.rules.measure.Register.UnitType;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.ruleset.Editions;
import se.nollan.rules.slice.LoadedSlice;
import se.nollan.rules.slice.SliceKey;

/** What goes with the counts of a unit's day. */
class EvaluatorTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

    private static final RegisterVersion REGISTER = new RegisterVersion(
            1,
            List.of(unit("first"), unit("holding")),
            List.of(
                    line("first-phone", "first", LineKind.MAIN),
                    line("first-chat", "first", LineKind.CHAT),
                    line("chat", "holding", LineKind.CHAT)));

    @Test
    @DisplayName(
            "I-7: a chat that nobody took is a difference at both units, a result of nothing at the first, and counted once")
    void whatAnotherReadingMovesIsToldByBothUnits() {
        Contact untaken = contact(Channel.CHAT, "chat", "first-chat");

        EvaluatedUnitDay first = evaluate("first", untaken);
        EvaluatedUnitDay holding = evaluate("holding", untaken);

        assertThat(first.tallies()).singleElement().isEqualTo(Tally.nothing("first", MONDAY, Channel.CHAT));
        assertThat(first.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.unit()).isEqualTo("first");
            assertThat(effect.counted()).isEqualTo(1);
        });
        assertThat(holding.tallies()).singleElement().satisfies(tally -> assertThat(tally.misses())
                .isEqualTo(1));
        assertThat(holding.effects()).singleElement().satisfies(effect -> assertThat(effect.counted())
                .isEqualTo(-1));
    }

    @Test
    void contactsOfALineThatTheRegisterDoesNotKnowAreToldAndInNoFigure() {
        EvaluatedUnitDay evaluatedUnitDay = evaluate("first", contact(Channel.PHONE, "gone", null));

        Tally tally = evaluatedUnitDay.tallies().get(0);
        assertThat(evaluatedUnitDay.tallies()).hasSize(1);
        assertThat(tally).isEqualTo(Tally.nothing("first", MONDAY, Channel.PHONE));
        assertThat(evaluatedUnitDay.signals(tally).unknownLine()).isEqualTo(1);
        assertThat(evaluatedUnitDay.signals(tally).demand()).isEmpty();
    }

    @Test
    void theSignalsOfAResultAreThoseOfItsChannel() {
        EvaluatedUnitDay evaluatedUnitDay = evaluate(
                "first", contact(Channel.PHONE, "first-phone", null), contact(Channel.CHAT, "first-chat", null));

        assertThat(evaluatedUnitDay.tallies()).hasSize(2).allSatisfy(tally -> {
            assertThat(evaluatedUnitDay.signals(tally).queue().calls()).isEqualTo(1);
            assertThat(evaluatedUnitDay.signals(tally).unknownLine()).isZero();
        });
    }

    private static EvaluatedUnitDay evaluate(String root, Contact... contacts) {
        LoadedSlice slice =
                new LoadedSlice(new SliceKey("p", "s", contacts[0].line(), MONDAY), 1, Arrays.asList(contacts));
        return new Evaluator(PublicHolidays.sweden(), Editions.parse(""))
                .evaluate(new UnitDay(root, MONDAY), REGISTER, List.of(slice));
    }

    private static Contact contact(Channel channel, String line, @Nullable String firstLine) {
        return new Contact(
                new ContactId("p", "s", line),
                line,
                channel,
                Contact.Kind.QUEUE,
                Contact.Origin.PATIENT,
                Contact.Caller.PATIENT,
                "caller",
                null,
                Day.of(MONDAY).start() + 36_000_000,
                Contact.NONE,
                Contact.NO_ATTEMPTS,
                Contact.NONE,
                false,
                null,
                Contact.NONE,
                null,
                firstLine);
    }

    private static Unit unit(String id) {
        return new Unit(id, "23", "p", UnitType.VARDCENTRAL, null, Period.ALWAYS);
    }

    private static Line line(String id, String unit, LineKind kind) {
        return new Line(id, unit, kind, false, true, Period.ALWAYS);
    }
}
