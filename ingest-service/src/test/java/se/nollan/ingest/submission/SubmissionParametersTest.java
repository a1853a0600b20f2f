package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.profile.Profiles;
import se.nollan.ingest.register.Line;
import se.nollan.ingest.register.Register;
import se.nollan.ingest.register.RegisterContent;
import se.nollan.ingest.register.Unit;

class SubmissionParametersTest {
    private static final String OURS = "556677-8899";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");
    private static final LocalDate DAY = LocalDate.parse("2026-10-05");
    private static final Register REGISTER = new Register(
            3,
            new RegisterContent(
                    List.of(),
                    List.of(unit("SE1-A", OURS), unit("SE1-B", "556600-1122")),
                    List.of(
                            line("+46631000021", "SE1-A", null, List.of()),
                            line("+46631000022", "SE1-A", "teleq", List.of("Q22")),
                            line("+46631000071", "SE1-B", null, List.of()))));

    @Test
    void aGoodFormBecomesAnOrder() {
        var result = check(form("teleq", "2026-10-01", "2026-10-31", List.of("Q22")));

        assertThat(result.wrong()).isEmpty();
        assertThat(result.order().lines()).containsExactly("+46631000022");
        assertThat(result.order().profile()).isEqualTo("aurora-teleq");
    }

    @ParameterizedTest
    @CsvSource({
        "two words, 2026-10-01, 2026-10-31, system",
        "teleq, 2026-10-32, 2026-10-31, from",
        "teleq, 2026-10-01,, to",
        "teleq, 2026-10-31, 2026-10-01, to",
        "teleq, 2025-09-01, 2026-10-31, to",
        "teleq, 2026-11-01, 2026-11-03, to",
        "teleq, 2024-11-01, 2024-11-30, from",
    })
    void aWrongParameterIsNamed(String system, String from, String to, String parameter) {
        assertThat(check(form(system, from, to, List.of())).wrong())
                .extracting(SubmissionParameters.Wrong::parameter)
                .containsExactly(parameter);
    }

    @Test
    void fourHundredDaysAreTakenAndTodayIsThePeriodsLastDay() {
        assertThat(check(form("teleq", "2025-09-29", "2026-11-02", List.of())).wrong())
                .isEmpty();
        assertThat(check(form("teleq", "2025-09-28", "2026-11-02", List.of())).wrong())
                .hasSize(1);
    }

    @Test
    void aPeriodThatReachesIntoDroppedDaysIsRefusedAndSaysFromWhenContactsAreKept() {
        var form = form("teleq", "2026-10-01", "2026-10-31", List.of());

        assertThat(check(form, LocalDate.parse("2026-10-01")).wrong()).isEmpty();
        assertThat(check(form, LocalDate.parse("2026-10-02")).wrong())
                .singleElement()
                .satisfies(wrong -> {
                    assertThat(wrong.parameter()).isEqualTo("from");
                    assertThat(wrong.detail()).contains("before 2026-10-02 have been dropped");
                });
    }

    @Test
    void aLineOfAnotherProviderIsToldFromOneThatIsUnknown() {
        assertThat(check(form("teleq", "2026-10-01", "2026-10-31", List.of("+46631000071")))
                        .foreignLines())
                .containsExactly("+46631000071");
        assertThat(check(form("teleq", "2026-10-01", "2026-10-31", List.of("Q99")))
                        .wrong())
                .extracting(SubmissionParameters.Wrong::parameter)
                .containsExactly("line");
    }

    @Test
    void aLineIsFoundBySystemAndKeyAndStandsAsTheSubmissionSays() {
        var all = new RegisterLines(REGISTER, OURS, "teleq", null);
        var one = new RegisterLines(REGISTER, OURS, "teleq", Set.of("+46631000022"));
        var other = new RegisterLines(REGISTER, OURS, "other", null);

        assertThat(all.line("Q22", DAY).id()).isEqualTo("+46631000022");
        assertThat(all.line("Q22", DAY).standing()).isEqualTo(KnownLines.Standing.COVERED);
        assertThat(one.line("+46631000021", DAY).standing()).isEqualTo(KnownLines.Standing.NOT_COVERED);
        assertThat(other.line("Q22", DAY).standing()).isEqualTo(KnownLines.Standing.NOT_COVERED);
        assertThat(all.line("+46631000071", DAY).standing()).isEqualTo(KnownLines.Standing.OF_ANOTHER_PROVIDER);
        assertThat(all.line("Q99", DAY)).isNull();
    }

    private static SubmissionParameters.Result check(SubmissionParameters form) {
        return check(form, LocalDate.MIN);
    }

    private static SubmissionParameters.Result check(SubmissionParameters form, LocalDate keptFrom) {
        var profiles = new Profiles(Optional.empty());
        var desk = new SubmissionParameters.Desk(REGISTER, profiles.names(), TODAY, Period.ofMonths(24), keptFrom);
        return form.check(OURS, "norrvard", profiles, desk);
    }

    private static SubmissionParameters form(String system, String from, String to, List<String> lines) {
        return new SubmissionParameters(system, from, to, null, lines, null, null, null, null, null);
    }

    private static Unit unit(String id, String provider) {
        return new Unit(
                id,
                id,
                "23",
                provider,
                Unit.Type.VARDCENTRAL,
                null,
                List.of(),
                null,
                List.of(),
                se.nollan.ingest.register.Period.ALWAYS);
    }

    private static Line line(String id, String unit, String system, List<String> keys) {
        return new Line(
                id,
                unit,
                Line.Kind.MAIN,
                false,
                true,
                system == null ? List.of() : List.of(system),
                keys,
                se.nollan.ingest.register.Period.ALWAYS);
    }
}
