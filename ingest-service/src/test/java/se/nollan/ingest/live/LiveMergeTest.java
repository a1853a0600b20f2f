package se.nollan.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.pseudonym.DayKey;
import se.nollan.ingest.pseudonym.SourceNotation;

class LiveMergeTest {
    private static final String NUMBER = "0701740605";
    private static final String[] CREATED = {
        "id=a", "line=main", "channel=phone", "kind=callback", "createdAt=2026-10-05T08:00:00", "contact=" + NUMBER
    };

    private final LiveMerge merge = new LiveMerge(
            lines(),
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 10, 31),
            Instant.parse("2026-10-31T12:00:00Z"),
            (region, day) -> new DayKey(
                    Arrays.copyOf((region + day).getBytes(java.nio.charset.StandardCharsets.UTF_8), DayKey.BYTES)),
            SourceNotation.USUAL,
            warning -> {});

    @Test
    @DisplayName("An answer that comes later is merged into the contact, and what is not sent again stays")
    void anAnswerThatComesLater() {
        var whole = told(CREATED);
        var answered = told(whole, "id=a", "answeredAt=2026-10-05T09:00:00");

        assertThat(content(whole)).contains("\"contact\":").doesNotContain("answeredAt", NUMBER);
        assertThat(content(answered))
                .isEqualTo(content(whole)
                        .replace(
                                "\"createdAt\":\"2026-10-05T06:00:00Z\"",
                                "\"createdAt\":\"2026-10-05T06:00:00Z\",\"answeredAt\":\"2026-10-05T07:00:00Z\""));
        assertThat(answered.said()).doesNotContainValue(NUMBER);
    }

    @Test
    @DisplayName("Whatever order the rows come in, and however often, the contact is the same")
    void inAnyOrder() {
        var rows = List.<String[]>of(
                CREATED,
                new String[] {"id=a", "attempts=2026-10-05T08:30:00"},
                new String[] {"id=a", "attempts=2026-10-05T09:30:00"},
                new String[] {"id=a", "answeredAt=2026-10-05T10:00:00"},
                new String[] {"id=a", "doneAt=2026-10-05T10:10:00"});
        var expected = attempts(content(inOrder(rows)));
        var random = new Random(3);
        for (var turn = 0; turn < 200; turn++) {
            var shuffled = new ArrayList<>(rows);
            shuffled.addAll(rows.subList(0, random.nextInt(rows.size())));
            java.util.Collections.shuffle(shuffled, random);
            assertThat(attempts(content(inOrder(shuffled)))).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("A contact of which too little is known waits, without its caller")
    void tooLittleIsKnown() {
        var partly = told("id=a", "answeredAt=2026-10-05T09:00:00");

        assertThat(partly.placed()).isNull();
        refused(FindingCode.TOO_EARLY, null, "id=a", "contact=" + NUMBER);
        assertThat(content(told(partly, CREATED))).contains("\"answeredAt\":\"2026-10-05T07:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource({
        "line, TOO_EARLY", "firstLine, TOO_EARLY", "problem, TOO_EARLY", "kind, NOT_A_WORD", "origin, NOT_A_WORD",
        "caller, NOT_A_WORD", "answeredAt, NOT_A_TIME", "attempts, NOT_A_TIME", "doneAt, NOT_A_TIME",
                "chosenDate, NOT_A_DATE",
        "offeredSameDay, NOT_TRUE_OR_FALSE"
    })
    @DisplayName("A number in any field of a contact that waits is refused: nothing of the kind is at rest")
    void noNumberAtRest(String field, FindingCode code) {
        refused(code, null, "id=a", field + "=" + NUMBER);
    }

    @Test
    @DisplayName("An id with characters that no database or list holds is refused before anything is asked for it")
    void aBrokenId() {
        refused(FindingCode.BAD_CHARACTER, null, "id=a\nb", "answeredAt=2026-10-05T09:00:00");
        refused(FindingCode.BAD_CHARACTER, null, "id=a\0", "answeredAt=2026-10-05T09:00:00");
        refused(FindingCode.TOO_LONG, null, "id=" + "a".repeat(65), "answeredAt=2026-10-05T09:00:00");
    }

    @Test
    @DisplayName("A row that breaks a rule with what is known changes nothing")
    void aRowThatBreaksARule() {
        var whole = told(CREATED);

        refused(FindingCode.BEFORE_CREATED, whole, "id=a", "answeredAt=2026-10-05T07:00:00");
        refused(FindingCode.LINE_UNKNOWN, whole, "id=a", "line=elsewhere");
        refused(FindingCode.FIELD_REQUIRED, null, "answeredAt=2026-10-05T09:00:00");
        refused(FindingCode.PERSONAL_DATA, null, "id=call-" + NUMBER, "answeredAt=2026-10-05T09:00:00");
    }

    @Test
    @DisplayName("A contact that moves to another day needs its caller again, whose pseudonym is another's that day")
    void anotherDay() {
        var whole = told(CREATED);

        refused(FindingCode.CALLER_NEEDED, whole, "id=a", "createdAt=2026-10-06T08:00:00");
        var moved = told(whole, "id=a", "createdAt=2026-10-06T08:00:00", "contact=" + NUMBER);
        assertThat(moved.placed().day()).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(moved.said().get("contact"))
                .isNotEqualTo(whole.said().get("contact"))
                .isNotEqualTo(NUMBER);
    }

    private LiveContact inOrder(List<String[]> rows) {
        LiveContact contact = null;
        for (var row : rows) {
            contact = told(contact, row);
        }
        return contact;
    }

    private static String attempts(String content) {
        return Arrays.stream(content.split("[\\[\\]]"))
                .map(part -> part.startsWith("\"2026")
                        ? List.of(part.split(",")).stream().sorted().toList() + ""
                        : part)
                .collect(Collectors.joining());
    }

    private void refused(FindingCode code, @Nullable LiveContact before, String... said) {
        assertThatThrownBy(() -> told(before, said))
                .asInstanceOf(type(LiveMerge.Wrong.class))
                .extracting(
                        wrong -> wrong.findings().stream().map(RowFinding::rule).toList())
                .isEqualTo(List.of(code));
    }

    private LiveContact told(String... said) {
        return told(null, said);
    }

    private LiveContact told(@Nullable LiveContact before, String... said) {
        var values = new String[Field.COUNT];
        for (var one : said) {
            var parts = one.split("=", 2);
            values[Field.named(parts[0]).ordinal()] = parts[1];
        }
        return merge.of(1, merge.id(1, values), values, before);
    }

    private static String content(LiveContact contact) {
        return contact.placed().content();
    }

    private static KnownLines lines() {
        var main = new KnownLines.Line("main", "unit", "23", Channel.PHONE, KnownLines.Standing.COVERED);
        return new KnownLines() {
            private final Map<String, Line> lines = Map.of("main", main);

            @Override
            public @Nullable Line line(String key, LocalDate day) {
                return lines.get(key);
            }

            @Override
            public @Nullable Line firstLine(String key, LocalDate day) {
                return lines.get(key);
            }
        };
    }
}
