package se.nollan.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T08:14:03+02:00, 2026-10-05T06:14:03Z",
        "2026-10-05T08:14:03Z, 2026-10-05T08:14:03Z",
        "2026-10-05T08:14:03-05:30, 2026-10-05T13:44:03Z",
        "2026-10-05T08:14:03, 2026-10-05T06:14:03Z",
        "2026-12-05T08:14:03, 2026-12-05T07:14:03Z",
        "2026-10-05T08:14:03.5, 2026-10-05T06:14:03.500Z",
        "2026-10-05T08:14:03.25, 2026-10-05T06:14:03.250Z",
        "2026-10-05T08:14:03.007+02:00, 2026-10-05T06:14:03.007Z",
        "2024-02-29T00:00:00, 2024-02-28T23:00:00Z",
        "2026-03-29T01:59:59, 2026-03-29T00:59:59Z",
        "2026-03-29T03:00:00, 2026-03-29T01:00:00Z",
    })
    void bothNotationsAreRead(String text, Instant expected) {
        assertThat(TimeText.read(text, Instant.MIN)).isEqualTo(new TimeText.Moment(expected, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-10-05",
                "2026-10-05T08:14",
                "2026-10-05 08:14:03",
                "2026-10-05T08:14:03.",
                "2026-10-05T08:14:03.1234",
                "2026-02-29T08:14:03",
                "2026-13-05T08:14:03",
                "2026-10-32T08:14:03",
                "2026-10-05T24:00:00",
                "2026-10-05T08:60:00",
                "2026-10-05T08:14:60",
                "2026-10-05T08:14:03+0200",
                "2026-10-05T08:14:03+02",
                "2026-10-05T08:14:03+19:00",
                "2026-10-05T08:14:03Zulu",
                "2026-10-05T08:14:03 ",
                "20261005T081403",
                "2026-1O-05T08:14:03",
                "-026-10-05T08:14:03"
            })
    void anythingElseIsNoTime(String text) {
        assertThat(TimeText.read(text, Instant.MIN)).isEqualTo(new TimeText.Unreadable(FindingCode.NOT_A_TIME));
    }

    @Test
    void aLocalTimeThatSummerTimeSkipsIsAnError() {
        assertThat(TimeText.read("2026-03-29T02:00:00", Instant.MIN))
                .isEqualTo(new TimeText.Unreadable(FindingCode.TIME_SKIPPED));
        assertThat(TimeText.read("2026-03-29T02:59:59.999", Instant.MIN))
                .isEqualTo(new TimeText.Unreadable(FindingCode.TIME_SKIPPED));
    }

    @Test
    void agreesWithTheJdkOnRandomTimes() {
        var random = new Random(20261005);
        for (var i = 0; i < 20_000; i++) {
            var local = LocalDateTime.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), 0, ZoneOffset.UTC);
            var text = local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            text = text.length() == 16 ? text + ":00" : text;
            assertThat(TimeText.read(text + "+01:00", Instant.MIN))
                    .isEqualTo(new TimeText.Moment(local.toInstant(ZoneOffset.ofHours(1)), false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T21:59:59Z, 2026-10-05",
        "2026-10-05T22:00:00Z, 2026-10-06",
        "2026-12-05T22:59:59Z, 2026-12-05",
        "2026-12-05T23:00:00Z, 2026-12-06",
        "1969-12-31T22:59:59Z, 1969-12-31",
    })
    void aDayIsStockholms(Instant instant, LocalDate day) {
        assertThat(TimeText.day(instant)).isEqualTo(day);
    }

    @Test
    void theDayIsThatOfTheTimeZoneAtEveryQuarterOfSomeYears() {
        for (String year : new String[] {"1900", "1916", "1980", "1999", "2026"}) {
            var at = Instant.parse(year + "-01-01T00:00:00Z");
            for (int quarter = 0; quarter < 366 * 96; quarter++, at = at.plusSeconds(900)) {
                assertThat(TimeText.day(at)).isEqualTo(LocalDate.ofInstant(at, TimeText.STOCKHOLM));
            }
        }
    }

    @Test
    @DisplayName("The remembered offset of a day is the one that the zone's rules give at each of its hours")
    void theOffsetOfADay() {
        var rules = TimeText.STOCKHOLM.getRules();
        for (var day = LocalDate.of(1900, 1, 1); day.getYear() < 2050; day = day.plusDays(1)) {
            var offsets = new HashSet<Object>();
            for (var hour = 0; hour < 24; hour++) {
                offsets.add(rules.getValidOffsets(day.atTime(hour, 30)));
            }
            var remembered = StockholmDays.offset(day);
            if (remembered != null) {
                assertThat(offsets).as(day.toString()).isEqualTo(Set.of(List.of(remembered)));
            } else if (day.getYear() > 1980) {
                assertThat(offsets).as(day.toString()).hasSizeGreaterThan(1);
            }
        }
    }
}
