package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.UnreadableBody;

/** Each key of the profile language, by what it makes of a row. */
class ProfileLanguageTest {
    @TempDir
    Path spill;

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a                                                       | x,y   | x
            { column: a, empty: [x] }                               | x,y   |
            { column: a, words: { x: queue } }                      | x,y   | queue
            { column: a, words: { z: queue } }                      | x,y   | x
            { column: a, words: { z: queue }, otherwise: aborted }  | x,y   | aborted
            { column: a, part: "[0-9]+" }                           | ab12c,y | 12
            { column: a, part: "-([0-9]+)$" }                       | 7-12,y | 12
            { column: a, part: "^[0-9]+$" }                         | ab,y  |
            { constant: "07" }                                      | x,y   | 07
            { join: [a, b], with: "/" }                             | x,y   | x/y
            { join: [a, b] }                                        | x,    |
            { first: [b, a] }                                       | x,    | x
            { list: [a, b] }                                        | x,    | x
            { list: [a, b] }                                        | x,x   | x
            { list: [a, b] }                                        | x,y   | x y
            { choose: [{ when: { a: x }, value: b }, { value: a }] } | x,y  | y
            { choose: [{ when: { a: x }, value: b }, { value: a }] } | z,y  | z
            { choose: [{ when: { a: x }, value: b }] }              | z,y   |
            { caller: a }                                           | 070-174 06 05,y | +46701740605
            { caller: a }                                           | Dolt nummer,y |
            { day: { time: iso, from: a } }                         | 2026-10-05T22:30:00Z,y | 2026-10-06
            { time: epoch-ms, from: a }                             | 1773133200500,y | 2026-03-10T09:00:00.500Z
            { time: epoch-s, from: a }                              | 1773133200.25,y | 2026-03-10T09:00:00.250Z
            { time: epoch-s, from: a }                              | never,y | never
            { time: day-number, from: a }                           | 46091.3333333333,y | 2026-03-10T08:00:00
            { time: day-number, from: [a, b] }                      | 46091,0.5 | 2026-03-10T12:00:00
            { time: "yyyy-MM-dd HH:mm", from: [a, b] }              | 2026-10-05,08:14 | 2026-10-05T08:14:00
            { time: "yyyy-MM-dd HH:mm", zone: "+01:00", from: [a, b] } | 2026-10-05,08:14 | 2026-10-05T08:14:00+01:00
            { time: "yyyy-MM-dd HH:mm", zone: UTC, from: [a, b] }   | 2026-10-05,08:14 | 2026-10-05T08:14:00Z
            { time: "yyyy-MM-dd HH.mm", from: [a, b] }              | 2026-10-05,07.52 | 2026-10-05T07:52:00
            { time: "d MMM yyyy HH:mm", from: a }                   | 5 oktober 2026 08:14,y | 2026-10-05T08:14:00
            { time: "E d MMM yyyy", from: a }                       | mån 5 okt 2026,y | 2026-10-05
            { time: "yyyy-MM-dd h:mm a", from: a }                  | 2026-10-05 12:14 fm,y | 2026-10-05T00:14:00
            { time: "yyyy-MM-dd HH:mm", from: a, never: "-" }       | -,y   |
            { time: "yyyy-MM-dd HH:mm", from: a, plus: { column: b, unit: min } }   | 2026-10-05 08:14,2 | 2026-10-05T06:16:00Z
            { time: "yyyy-MM-dd HH:mm", from: a, plus: { column: b, unit: ms } }    | 2026-10-05 08:14,1500 | 2026-10-05T06:14:01.500Z
            { time: "yyyy-MM-dd HH:mm", from: a, plus: { column: b, unit: clock } } | 2026-10-05 08:14,01:02:03 | 2026-10-05T07:16:03Z
            { time: "yyyy-MM-dd HH:mm", from: a, plus: { column: b, unit: s, none: "0" } } | 2026-10-05 08:14,0 |
            { day: { time: iso, from: a, plus: { column: b, unit: min } } }         | 2026-10-05T21:59:00Z,2 | 2026-10-06
            { time: iso, from: a, after: { time: "yyyy-MM-dd HH:mm:ss", from: b }, slack: 1 } | 2026-10-05T06:00:00Z,2026-10-05 08:00:01 | 2026-10-05T06:00:01Z
            { time: iso, from: a, after: { time: "yyyy-MM-dd HH:mm:ss", from: b }, slack: 1 } | 2026-10-05T06:00:02Z,2026-10-05 08:00:01 | 2026-10-05T06:00:02Z
            """)
    void aValue(String value, String row, @Nullable String expected) {
        var made = Made.read(
                spill, "zone: Europe/Stockholm\n" + Made.FIELDS + "  contact: " + value + "\n", "a,b\n" + row + "\n");

        assertThat(made.values(Field.CONTACT)).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0} of {1} holds: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { a: x }                          | x,y  | true
            { a: [z, x] }                     | x,y  | true
            { a: x, b: x }                    | x,y  | false
            { a: "" }                         | ,y   | true
            { a: { not: x } }                 | x,y  | false
            { a: { not: x } }                 | ,y   | true
            { a: { is: x } }                  | x,y  | true
            { a: { present: true } }          | ,y   | false
            { a: { present: false } }         | ,y   | true
            { a: { startsWith: [q, x] } }     | xyz,y | true
            { a: { endsWith: yz } }           | xyz,y | true
            { a: { contains: y } }            | xyz,y | true
            { a: { matches: "x.z" } }         | xyz,y | true
            { a: { matches: "x" } }           | xyz,y | false
            { a: { above: 2 } }               | 10,y | true
            { a: { above: 2 } }               | x,y  | false
            { a: { below: 2 } }               | 1.5,y | true
            { a: { least: 2 } }               | 2,y  | true
            { a: { most: 2 } }                | 2,y  | true
            { a: { sameAs: b } }              | x,x  | true
            { a: { sameAs: b } }              | x,y  | false
            { any: [{ a: z }, { b: y }] }     | x,y  | true
            { all: [{ a: x }, { b: z }] }     | x,y  | false
            { not: { a: x } }                 | x,y  | false
            """)
    void aCondition(String condition, String row, boolean holds) {
        var made = Made.read(
                spill, "skip: [{ when: " + condition + ", because: test }]\n" + Made.FIELDS, "a,b\n" + row + "\n");

        assertThat(made.skipped).isEqualTo(holds ? List.of("test") : List.of());
        assertThat(made.rows).hasSize(holds ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"list\":[{\"t\":\"a\"},{\"t\":\"b\"}]}\n{\"id\":\"2\",\"list\":[]}",
                "[{\"id\":\"1\",\"list\":[{\"t\":\"a\"},{\"t\":\"b\"}]},{\"id\":\"2\"}]",
            })
    void jsonGivesARowForEachObjectOfAListAndOneForAnEmptyList(String body) {
        var profile = """
                file: { format: %s, items: "%s" }
                fields: { id: id, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: { constant: now }, contact: %s }
                """;
        if (body.startsWith("[")) {
            // A list, and pages that hold it in an object.
            var pages = "{\"total\":1,\"page\":{\"items\":" + body + "}}{\"page\":{\"items\":[]},\"x\":[{}]}";
            assertThat(Made.read(spill, profile.formatted("json", "page.items[].list[]", "list.t"), pages)
                            .values(Field.CONTACT))
                    .containsExactly("a", "b", null);
            assertThat(Made.read(spill, profile.formatted("json", "", "\"list[1].t\""), body)
                            .values(Field.CONTACT))
                    .containsExactly("b", null);
        } else {
            assertThat(Made.read(spill, profile.formatted("json-lines", "list[]", "list.t"), body)
                            .values(Field.CONTACT))
                    .containsExactly("a", "b", null);
        }
    }

    @Test
    void xmlGivesARowForEachElement() {
        var made = Made.read(spill, """
                file: { format: xml, items: calls/call }
                fields: { id: "@id", line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: time/begun, contact: { first: [from/@number, from] } }
                """, """
                <?xml version="1.0" encoding="UTF-8"?><calls><call id="1"><time><begun>8</begun></time><from number="07">x</from></call>
                <other/><call id="2"><from>08</from></call></calls>
                """);

        assertThat(made.rows).containsExactly("1|07|8|null|null", "2|08|null|null|null");
        assertThatThrownBy(() -> Made.read(
                        spill,
                        "file: { format: xml, items: a }\n" + Made.FIELDS,
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hosts\">]><a>&x;</a>"))
                .isInstanceOf(UnreadableBody.class);
        assertThatThrownBy(() -> Made.read(spill, "file: { format: xml, items: a }\n" + Made.FIELDS, "<a><b></a>"))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void jsonThatIsCutIsRefusedWhole() {
        assertThatThrownBy(() -> Made.read(spill, "file: { format: json }\n" + Made.FIELDS, "[{\"id\":1},\n{\"id\":"))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("from line 2");
    }

    @Test
    void aFileOfADeliveryIsReadByTheLayoutWhoseColumnsItHas() throws IOException {
        var profile = Made.profile("""
                files:
                  calls: { fields: { id: call, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue }, createdAt: at } }
                  cases: { fields: { id: case, line: { constant: main }, channel: { constant: phone }, kind: { constant: callback }, createdAt: at } }
                """);
        var made = new Made();
        try (var reader = new ProfileReader(profile, LocalDate.parse("2026-10-31"), new SpillSpace(spill, 1 << 20))) {
            reader.read(Made.bytes("case,at\n1,x\n"), made);
            reader.read(Made.bytes("at,call\ny,2\n"), made);
            assertThatThrownBy(() -> reader.read(Made.bytes("other,at\n1,x\n"), made))
                    .isInstanceOf(UnreadableBody.class);
            reader.end(made);
        }
        assertThat(made.values(Field.KIND)).containsExactly("callback", "queue");
    }
}
