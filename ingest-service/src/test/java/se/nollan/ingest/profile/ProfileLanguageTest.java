package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.format.UnreadableBody;

/** Each key of the profile language, by what it makes of a row. */
class ProfileLanguageTest {
    private static final String FIELDS = """
            fields:
              id: { constant: "1" }
              line: { constant: main }
              channel: { constant: phone }
              kind: { constant: queue }
              createdAt: { constant: now }
            """;

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
        var made = read("zone: Europe/Stockholm\n" + FIELDS + "  contact: " + value + "\n", "a,b\n" + row + "\n");

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
        var made = read("skip: [{ when: " + condition + ", because: test }]\n" + FIELDS, "a,b\n" + row + "\n");

        assertThat(made.skipped).isEqualTo(holds ? List.of("test") : List.of());
        assertThat(made.rows).hasSize(holds ? 0 : 1);
    }

    @Test
    void rowsOfAContactMayStandAnywhereAndSpillToDiskWithoutANumberInTheClear() throws IOException {
        var profile = """
                group:
                  by: call
                  order: at
                  sets:
                    begin: { event: begin }
                    try: { event: try }
                    answer: { event: answer }
                  skip:
                    - when: { lacks: begin }
                      because: no beginning
                fields:
                  id: call
                  line: { constant: main }
                  channel: { constant: phone }
                  kind: { constant: callback }
                  contact: { column: number, in: first begin }
                  createdAt: { column: at, in: first begin }
                  answeredAt: { column: at, in: last answer }
                  attempts: { column: at, in: all try }
                """;
        var log = new StringBuilder("call,event,at,number\n");
        for (var call = 0; call < 8000; call++) {
            log.append("c%d,try,2%05d,\n".formatted(call, call));
        }
        for (var call = 0; call < 8000; call++) {
            log.append("c%d,begin,1%05d,07017406%04d\n".formatted(call, call, call));
            log.append("c%d,answer,3%05d,\n".formatted(call, call));
            log.append("c%d,answer,3%05d,\n".formatted(call, call));
        }
        log.append("lonely,answer,5,\n");

        var inMemory = read(profile, log.toString());
        var space = new SpillSpace(spill, 1 << 22);
        var groups = new RowGroups(space, 80_000);
        var spilled = new Made();
        try (groups) {
            read(profile, log.toString(), spilled, groups);
            assertThat(spilled.onDisk).isNotEmpty().doesNotContain("07017406");
        }

        assertThat(spilled.rows).containsExactlyInAnyOrderElementsOf(inMemory.rows);
        var parted = new Made();
        try (var little = new RowGroups(space, 20_000)) {
            read(profile, log.toString(), parted, little);
        }
        assertThat(parted.rows)
                .as("what is too large for memory is parted on disk again")
                .containsExactlyInAnyOrderElementsOf(inMemory.rows);
        assertThat(inMemory.rows).hasSize(8000).contains("c7|0701740600 07|100007|300007|200007".replace(" ", ""));
        assertThat(inMemory.skipped).containsExactly("no beginning");
        assertThat(space.taken()).isZero();
        try (var left = Files.list(spill)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aLogForWhoseRowsThereIsNoRoomIsGivenUpAndLeavesNothing() throws IOException {
        var space = new SpillSpace(spill, 2_000);
        var log = "call,at\n"
                + IntStream.range(0, 200).mapToObj("c%d,x\n"::formatted).collect(Collectors.joining());
        try (var groups = new RowGroups(space, 1_000)) {
            assertThatThrownBy(() -> read("group: { by: call }\n" + FIELDS, log, new Made(), groups))
                    .isInstanceOf(SpillSpace.NoRoom.class);
        }
        assertThat(space.taken()).isZero();
        try (var left = Files.list(spill)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void withoutAnyDiskNothingIsTriedOnIt() throws IOException {
        try (var groups = new RowGroups(new SpillSpace(spill, 0), 1)) {
            assertThatThrownBy(() -> groups.add("c", new RowGroups.PlacedRow(1, new String[] {"cell"})))
                    .isInstanceOf(SpillSpace.NoRoom.class);
        }
        try (var left = Files.list(spill)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void versionsOfARowAndRowsDeliveredAgainGiveWayToTheNewest() {
        var one = """
                group: { by: call, versions: { of: row, latest: updated } }
                fields: { id: call, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: { list: [{ column: at, in: all row }] } }
                """;
        assertThat(read(one, "call,row,updated,at\nc,1,9,old\nc,1,10,new\nc,2,1,other\nc,1,2,older\n")
                        .values(Field.CREATED_AT))
                .containsExactly("new other");

        var whole = one.replace("of: row, latest: updated", "latest: row, together: updated");
        assertThat(read(whole, "call,row,updated,at\nc,1,x,a\nc,2,x,b\nc,3,y,c\nc,4,y,d\n")
                        .values(Field.CREATED_AT))
                .containsExactly("c d");
    }

    @Test
    void aGroupThatIsSeveralContactsIsParted() {
        var made = read("""
                group: { by: caller, order: at, sets: { in: { way: in }, out: { way: out } }, opens: in }
                fields: { id: { column: at, in: in }, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: at, answeredAt: { column: at, in: out } }
                """, "caller,way,at\nc,in,1\nc,out,2\nc,in,3\nc,in,4\nc,out,5\n");

        assertThat(made.values(Field.CREATED_AT)).containsExactly("1", "3", "4");
        assertThat(made.values(Field.ANSWERED_AT)).containsExactly("2", null, "5");
    }

    @Test
    void rowsAreInOneOrderWhateverTheirCellsHold() {
        var log = new StringBuilder("call,at\n");
        for (var i = 0; i < 400; i++) {
            log.append("c,")
                    .append(i * 7919 % 1000)
                    .append(i % 2 == 0 ? "" : "a")
                    .append('\n');
        }
        var made = read("""
                group: { by: call, order: at }
                fields: { id: call, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: { column: at, in: all row } }
                """, log.toString());

        var order = List.of(String.valueOf(made.values(Field.CREATED_AT).get(0)).split(" "));
        var numbers = order.subList(0, 200).stream().map(Integer::valueOf).toList();
        assertThat(numbers).isSorted();
        assertThat(order.subList(200, 400)).isSorted().allMatch(text -> text.endsWith("a"));
    }

    @Test
    void whatOpensAContactMayAskForOtherRows() {
        var made = read("""
                group: { by: caller, order: at, sets: { out: { way: out }, in: { way: in, exists: out } }, opens: in }
                fields: { id: { column: at, in: in }, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: at }
                """, "caller,way,at\nc,in,1\nc,out,2\nc,in,3\n");

        assertThat(made.values(Field.CREATED_AT)).containsExactly("1", "3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            group: { by: a, sets: { x: { a: y } }, order: { column: a, in: x } } | there is no set of rows 'x'
            group: { by: a, sets: { x: { a: y } }, opens: row }                 | every row would be a contact
            skip: [{ a: x, with: b }]                                           | 'with' goes with exists or lacks
            """)
    void whatCannotBeAskedIsSaidWhenTheProfileIsRead(String part, String problem) {
        assertThatThrownBy(() -> profile(part + "\n" + FIELDS))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aRowOfASetIsComparedWithThoseOfAnother() {
        var made = read("""
                group:
                  by: call
                  sets:
                    talk: { event: talk }
                    vain: { event: dial, lacks: talk, with: leg }
                fields: { id: call, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: at, attempts: { column: at, in: all vain } }
                """, "call,leg,event,at\nc,1,dial,1\nc,2,dial,2\nc,2,talk,3\n");

        assertThat(made.values(Field.ATTEMPTS)).containsExactly("1");
    }

    @Test
    void moreRowsThanAContactCanHaveAreTheProfilesFault() {
        var rows = "call,at\n" + "NONE,1\n".repeat(RowGroups.MOST_ROWS) + "NONE,2\n";
        assertThatThrownBy(() -> read("group: { by: call }\n" + FIELDS, rows))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("'group'");
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
            assertThat(read(profile.formatted("json", "page.items[].list[]", "list.t"), pages)
                            .values(Field.CONTACT))
                    .containsExactly("a", "b", null);
            assertThat(read(profile.formatted("json", "", "\"list[1].t\""), body)
                            .values(Field.CONTACT))
                    .containsExactly("b", null);
        } else {
            assertThat(read(profile.formatted("json-lines", "list[]", "list.t"), body)
                            .values(Field.CONTACT))
                    .containsExactly("a", "b", null);
        }
    }

    @Test
    void xmlGivesARowForEachElement() {
        var made = read("""
                file: { format: xml, items: calls/call }
                fields: { id: "@id", line: { constant: main }, channel: { constant: phone }, kind: { constant: queue },
                  createdAt: time/begun, contact: { first: [from/@number, from] } }
                """, """
                <?xml version="1.0" encoding="UTF-8"?><calls><call id="1"><time><begun>8</begun></time><from number="07">x</from></call>
                <other/><call id="2"><from>08</from></call></calls>
                """);

        assertThat(made.rows).containsExactly("1|07|8|null|null", "2|08|null|null|null");
        assertThatThrownBy(() -> read(
                        "file: { format: xml, items: a }\n" + FIELDS,
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hosts\">]><a>&x;</a>"))
                .isInstanceOf(UnreadableBody.class);
        assertThatThrownBy(() -> read("file: { format: xml, items: a }\n" + FIELDS, "<a><b></a>"))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void jsonThatIsCutIsRefusedWhole() {
        assertThatThrownBy(() -> read("file: { format: json }\n" + FIELDS, "[{\"id\":1},\n{\"id\":"))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("from line 2");
    }

    @Test
    void aFileOfADeliveryIsReadByTheLayoutWhoseColumnsItHas() throws IOException {
        var profile = profile("""
                files:
                  calls: { fields: { id: call, line: { constant: main }, channel: { constant: phone }, kind: { constant: queue }, createdAt: at } }
                  cases: { fields: { id: case, line: { constant: main }, channel: { constant: phone }, kind: { constant: callback }, createdAt: at } }
                """);
        var made = new Made();
        try (var reader = new ProfileReader(profile, LocalDate.parse("2026-10-31"), new SpillSpace(spill, 1 << 20))) {
            reader.read(bytes("case,at\n1,x\n"), made);
            reader.read(bytes("at,call\ny,2\n"), made);
            assertThatThrownBy(() -> reader.read(bytes("other,at\n1,x\n"), made))
                    .isInstanceOf(UnreadableBody.class);
            reader.end(made);
        }
        assertThat(made.values(Field.KIND)).containsExactly("callback", "queue");
    }

    private Made read(String profile, String body) {
        var made = new Made();
        try (var reader =
                new ProfileReader(profile(profile), LocalDate.parse("2026-10-31"), new SpillSpace(spill, 1 << 20))) {
            reader.read(bytes(body), made);
            reader.end(made);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return made;
    }

    private void read(String profile, String body, Made made, RowGroups groups) throws IOException {
        var layout = profile(profile).layouts().get(0);
        var reader = new LayoutReader(layout, LocalDate.parse("2026-10-31"), groups, RowObserver.NONE);
        reader.read(bytes(body), made);
        try (var files = Files.walk(spill)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                made.onDisk.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        reader.end(made);
    }

    private static Profile profile(String rest) throws IOException {
        return ProfileFile.read("test.yaml", bytes("profile: test\n" + rest));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Made implements RowSink {
        private final List<String> rows = new ArrayList<>();
        private final List<@Nullable String[]> cells = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private final StringBuilder onDisk = new StringBuilder();

        List<@Nullable String> values(Field field) {
            var values = new ArrayList<@Nullable String>();
            cells.forEach(row -> values.add(row[field.ordinal()]));
            return values;
        }

        @Override
        public void row(long line, @Nullable String[] values) {
            cells.add(values.clone());
            var some = Arrays.asList(
                    values[Field.ID.ordinal()],
                    values[Field.CONTACT.ordinal()],
                    values[Field.CREATED_AT.ordinal()],
                    values[Field.ANSWERED_AT.ordinal()],
                    values[Field.ATTEMPTS.ordinal()]);
            rows.add(String.join("|", some.stream().map(String::valueOf).toList()));
        }

        @Override
        public void skipped(long line, String because) {
            skipped.add(because);
        }

        @Override
        public void broken(RowFinding finding) {
            throw new AssertionError(finding.toString());
        }
    }
}
