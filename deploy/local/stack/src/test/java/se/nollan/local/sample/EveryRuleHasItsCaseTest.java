package se.nollan.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks for the pattern of each rule in the files themselves, in a month that is small on purpose. */
class EveryRuleHasItsCaseTest {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    @TempDir
    static Path folder;

    private static List<Row> rows;
    /** One number's (or individual's) contacts of a unit's working day. */
    private static List<List<Row>> groups;

    @BeforeAll
    static void writeASmallMonth() throws IOException {
        Sample sample = Sample.write(new Sample.Wish(3, YearMonth.of(2026, 10), 3_000), folder);
        rows = Row.readAll(sample).stream().filter(row -> row.line() != null).toList();
        groups = List.copyOf(rows.stream()
                .filter(row -> row.has("contact") && row.isFromPatient())
                .filter(row -> !row.isPhone() || !Opening.isWeekend(row.day()))
                .collect(Collectors.groupingBy(
                        row -> row.measuredUnit() + row.day() + row.get("channel") + row.get("contact")))
                .values());
    }

    static Stream<Arguments> contacts() {
        return Stream.of(
                contact("S-1 phone", row -> row.unit().type().equals("annan-vardniva") && row.isPhone()),
                contact("S-1 chat", row -> row.unit().type().equals("annan-vardniva") && !row.isPhone()),
                contact("S-2", row -> row.unit().type().equals("1177") && row.isPhone()),
                contact(
                        "S-3 under main",
                        row -> row.line().kind().equals("direct") && row.line().isMeasured()),
                contact(
                        "S-3 apart",
                        row -> row.line().kind().equals("direct") && !row.line().underMain()),
                contact("S-3 no callback", row -> row.isPhone() && !row.line().automatic()),
                contact("S-4", row -> row.unit().parent() != null),
                contact("P-X1", row -> row.isPhone() && Opening.isWeekend(row.day())),
                contact("P-X3", row -> row.is("voicemail")),
                contact("P-X4", row -> row.is("video")),
                contact("P-X5", row -> row.isPhone() && row.get("origin").equals("staff")),
                contact("P-X6 colleague", row -> row.get("caller").equals("colleague")),
                contact("P-X6 provider", row -> row.get("caller").equals("provider")),
                contact("P-X6 municipality", row -> row.get("caller").equals("municipality")),
                contact("P-X7", row -> row.is("forwarded")),
                contact("P-X8", row -> row.is("closed") && row.get("origin").equals("web")),
                contact("P-X9 early", row -> row.is("closed") && row.timeOfDay().isBefore(EIGHT)),
                contact("P-X9 late", row -> row.is("closed") && row.timeOfDay().isAfter(FIVE)),
                contact("P-X9 a fraction late", row -> row.timeOfDay().equals(FIVE.plusNanos(1_000_000))),
                contact(
                        "closed at eight sharp",
                        row -> row.is("closed") && row.timeOfDay().equals(EIGHT)),
                contact("I-4", row -> row.is("closed") && row.timeOfDay().equals(FIVE)),
                contact("P-X10", row -> row.is("aborted") && !row.has("contact")),
                contact("I-10", row -> row.is("aborted") && row.has("contact")),
                contact("P-X11", row -> row.is("callback") && pvv(row)),
                contact("P-X11 called today", row -> row.is("callback") && pvv(row) && row.sameDay("answeredAt")),
                contact("P-C1", row -> row.isPhone() && row.is("queue") && row.sameDay("answeredAt")),
                contact("P-C1 hung up", row -> row.isPhone() && row.is("queue") && !row.has("answeredAt")),
                contact("P-C2", row -> row.is("callback") && row.sameDay("answeredAt")),
                contact("P-C2 not answered", row -> row.has("attempts") && !row.has("answeredAt")),
                contact("I-6", row -> row.get("attempts").contains(" ")),
                contact("P-C3", row -> row.is("callback") && !row.has("contact") && row.sameDay("doneAt")),
                contact("P-C3 known", row -> row.is("callback") && row.has("contact") && row.sameDay("doneAt")),
                contact("P-C3 queue", row -> row.is("queue") && !row.has("contact") && row.sameDay("doneAt")),
                contact("P-C4", row -> row.is("callback") && row.anotherDay("answeredAt") && !pvv(row)),
                contact("P-C4 not by choice", row -> row.isPhone() && row.choseAnotherDay() && !pvv(row)),
                contact("P-C5", row -> row.is("callback") && row.get("origin").equals("web")),
                contact("P-C6", row -> row.is("callback") && row.has("cancelledAt")),
                contact("P-U4", row -> row.isBlocked() && !row.has("contact")),
                contact("C-X1", row -> row.is("bot")),
                contact("C-X2", row -> !row.isPhone() && row.get("origin").equals("staff")),
                contact("C-X3", row -> !row.isPhone() && row.get("cancelledBy").equals("patient")),
                contact(
                        "C-X3 booked",
                        row -> row.is("booked") && row.get("cancelledBy").equals("patient")),
                contact("C-X3 by the system", row -> row.get("cancelledBy").equals("system")),
                contact("I-11", row -> row.get("cancelledBy").equals("patient") && row.anotherDay("cancelledAt")),
                contact("C-X4", row -> !row.isPhone() && pvv(row) && row.anotherDay("answeredAt")),
                contact("C-X4 started today", row -> !row.isPhone() && pvv(row) && row.sameDay("answeredAt")),
                contact("C-2", row -> !row.isPhone() && row.sameDay("answeredAt")),
                contact("C-2 never", row -> !row.isPhone() && row.is("queue") && !row.has("answeredAt")),
                contact("C-2 midnight", row -> !row.isPhone() && row.timeOfDay().getHour() == 23),
                contact("C-2 weekend", row -> !row.isPhone() && Opening.isWeekend(row.day())),
                contact("C-U1 anonymous", row -> row.is("queue") && !row.isPhone() && !row.has("contact")),
                contact("C-H1", row -> handedOver(row) && row.has("answeredAt")),
                contact("I-7", row -> handedOver(row) && !row.has("answeredAt")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contacts")
    void aContactOfTheRuleIsInTheMonth(String rule, Predicate<Row> pattern) {
        assertThat(rows).as(rule).anyMatch(pattern);
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                group("P-U1 before the case", g -> g.get(0).isBlocked() && has(g, Row::isCase)),
                group(
                        "P-U1 after the case",
                        g -> g.get(0).is("callback") && g.get(g.size() - 1).is("full")),
                group("I-9 missed case", g -> has(g, Row::isBlocked) && has(g, r -> r.isCase() && unfinished(r))),
                group("P-U2", g -> count(g, r -> r.isCase() && r.sameDay("answeredAt")) > 1),
                group("I-2", g -> has(g, r -> r.isCase() && r.sameDay("answeredAt")) && has(g, r -> unfinished(r))),
                group("P-U3 once", g -> g.size() == 1 && g.get(0).is("full")),
                group("P-U3 thrice", g -> g.size() == 3 && g.stream().allMatch(r -> r.is("full"))),
                group("P-U5", g -> g.get(0).is("full") && has(g, r -> r.is("callback") && pvv(r))),
                group("P-X10 then full", g -> g.get(0).is("aborted") && has(g, r -> r.is("full"))),
                group("S-4 both numbers", g -> count(g, r -> r.unit().parent() != null) == 1 && g.size() > 1),
                group("C-U1 same problem", g -> count(g, r -> r.get("problem").equals("feber")) == 2),
                group("C-U1 two problems", g -> has(g, r -> r.get("problem").equals("recept")) && g.size() > 1),
                group("I-8", g -> count(g, r -> !r.isPhone() && !r.has("problem")) == 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groups")
    void aCallerOfTheRuleIsInTheMonth(String rule, Predicate<List<Row>> pattern) {
        assertThat(groups).as(rule).anyMatch(pattern);
    }

    private static Arguments contact(String rule, Predicate<Row> pattern) {
        return arguments(rule, pattern);
    }

    private static Arguments group(String rule, Predicate<List<Row>> pattern) {
        return arguments(rule, pattern);
    }

    private static boolean pvv(Row row) {
        return row.get("offeredSameDay").equals("true") && row.choseAnotherDay();
    }

    private static boolean handedOver(Row row) {
        return row.has("firstLine") && !row.get("firstLine").equals(row.get("line"));
    }

    private static boolean unfinished(Row row) {
        return row.isCase() && !row.has("answeredAt") && !row.has("attempts");
    }

    private static boolean has(List<Row> group, Predicate<Row> pattern) {
        return group.stream().anyMatch(pattern);
    }

    private static long count(List<Row> group, Predicate<Row> pattern) {
        return group.stream().filter(pattern).count();
    }
}
