package se.nollan.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    private static final Sample.Wish SMALL = new Sample.Wish(7, YearMonth.of(2026, 10), 3_000);

    @TempDir
    static Path folder;

    private static Sample sample;
    private static List<Row> rows;

    @BeforeAll
    static void writeTheMonth() throws IOException {
        sample = Sample.write(Sample.Wish.DEFAULT, folder.resolve("month"));
        rows = Row.readAll(sample);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        assertThat(bytes(Sample.write(SMALL, folder.resolve("a"))))
                .isEqualTo(bytes(Sample.write(SMALL, folder.resolve("b"))));
    }

    @Test
    void anotherSeedGivesAnotherMonth() throws IOException {
        Sample.Wish other = new Sample.Wish(8, SMALL.month(), SMALL.contacts());
        assertThat(bytes(Sample.write(SMALL, folder.resolve("c"))))
                .isNotEqualTo(bytes(Sample.write(other, folder.resolve("d"))));
    }

    @Test
    void aMonthHoldsAboutAsManyContactsAsAskedFor() {
        assertThat(sample.rows()).isBetween(99_900L, 100_300L).isEqualTo(rows.size());
    }

    @Test
    void theRegionHasThirtyUnitsOfFiveProvidersOne1177AndTwoUnitsWithoutChat() {
        Region.Register register = Region.read().register();
        assertThat(register.units()).hasSize(30);
        assertThat(register.units())
                .extracting(Region.Unit::provider)
                .containsOnly(Region.read().access().keySet().toArray(String[]::new));
        assertThat(Region.read().access()).hasSize(5);
        assertThat(register.units()).filteredOn(u -> u.type().equals("1177")).hasSize(1);
        assertThat(register.units()).filteredOn(u -> u.parent() != null).hasSize(3);
        Set<String> chatting = register.lines().stream()
                .filter(Region.Line::isChat)
                .map(Region.Line::unit)
                .collect(Collectors.toSet());
        assertThat(register.units()).filteredOn(u -> !chatting.contains(u.id())).hasSize(2);
    }

    @Test
    void everyCallerHasANumberThatIsSetAsideForFiction() {
        assertThat(rows)
                .filteredOn(row -> row.isPhone() && row.has("contact"))
                .extracting(row -> row.get("contact").replaceFirst("^(00|\\+)46", "0"))
                .allMatch(number -> number.matches("070174(060[5-9]|06[1-9]\\d)")
                        || number.matches("03139006\\d\\d|04062804\\d\\d|08465004\\d\\d"));
    }

    @Test
    void noLineIsAlsoACaller() {
        assertThat(Region.read().register().lines())
                .extracting(Region.Line::id)
                .allMatch(id -> id.startsWith("+46980319") || id.startsWith("chat-"));
    }

    @Test
    void anIdIsUniqueWithinItsFileButForTheRowThatIsSentTwice() {
        Map<String, Integer> times = new HashMap<>();
        rows.forEach(row -> times.merge(row.delivery().file() + row.get("id"), 1, Integer::sum));
        assertThat(times.values().stream().filter(n -> n > 1)).containsExactly(2);
    }

    @Test
    void theFlawsAreThreeRowsOfAHundredThousand() {
        assertThat(rows).filteredOn(row -> row.line() == null).hasSize(1);
        assertThat(rows)
                .filteredOn(
                        row -> row.has("answeredAt") && row.time("answeredAt").isBefore(row.createdAt()))
                .hasSize(1);
    }

    @Test
    void oneToThreePerCentOfTheNumbersAreWithheld() {
        long calls = rows.stream().filter(Row::isPhone).count();
        long withheld = rows.stream()
                .filter(row -> row.isPhone() && !row.has("contact"))
                .count();
        assertThat(withheld * 1000 / calls).isBetween(10L, 30L);
    }

    @Test
    void mostCallBetweenEightAndNineAndMoreOnMondays() {
        Map<Integer, Long> byHour = new TreeMap<>(rows.stream()
                .filter(row ->
                        row.isPhone() && row.line() != null && row.unit().type().equals("vardcentral"))
                .collect(Collectors.groupingBy(row -> row.createdAt().getHour(), Collectors.counting())));
        assertThat(byHour.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .isEqualTo(8);
        Map<DayOfWeek, Long> byDay = rows.stream()
                .collect(Collectors.groupingBy(row -> row.createdAt().getDayOfWeek(), Collectors.counting()));
        // October 2026 has four Mondays, four Tuesdays and four Wednesdays.
        assertThat(byDay.get(DayOfWeek.MONDAY)).isGreaterThan(byDay.get(DayOfWeek.TUESDAY) * 11 / 10);
        assertThat(byDay.get(DayOfWeek.SUNDAY)).isLessThan(byDay.get(DayOfWeek.WEDNESDAY) / 2);
    }

    @Test
    void everyUnitHasContactsOfItsChannelsOnEveryWorkingDay() {
        Set<String> seen = new HashSet<>();
        rows.stream()
                .filter(row -> row.line() != null)
                .forEach(row -> seen.add(row.unit().id() + row.day()));
        SMALL.month()
                .atDay(1)
                .datesUntil(SMALL.month().atEndOfMonth())
                .filter(day -> !Opening.isWeekend(day))
                .forEach(day ->
                        assertThat(Region.read().register().units()).allMatch(unit -> seen.contains(unit.id() + day)));
    }

    @Test
    void someContactsComeInTheHourThatSummerTimeRepeats() {
        assertThat(rows).extracting(Row::createdAt).anyMatch(time -> time.toString()
                .startsWith("2026-10-25T02:"));
    }

    private static Map<String, String> bytes(Sample sample) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Delivery delivery : sample.deliveries()) {
            contents.put(
                    delivery.file().getFileName().toString(),
                    HexFormat.of().formatHex(Files.readAllBytes(delivery.file())));
        }
        return contents;
    }
}
