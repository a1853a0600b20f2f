package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.UnreadableBody;

/** Rows that are put together: what the keys of {@code group} make of them, in memory and on disk. */
class GroupingTest {
    @TempDir
    Path spill;

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

        var inMemory = Made.read(spill, profile, log.toString());
        var space = new SpillSpace(spill, 1 << 22);
        var groups = new RowGroups(space, 80_000);
        var spilled = new Made();
        try (groups) {
            Made.read(spill, profile, log.toString(), spilled, groups);
            assertThat(spilled.onDisk).isNotEmpty().doesNotContain("07017406");
        }

        assertThat(spilled.rows).containsExactlyInAnyOrderElementsOf(inMemory.rows);
        var parted = new Made();
        try (var little = new RowGroups(space, 20_000)) {
            Made.read(spill, profile, log.toString(), parted, little);
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
            assertThatThrownBy(() -> Made.read(spill, "group: { by: call }\n" + Made.FIELDS, log, new Made(), groups))
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
        assertThat(Made.read(spill, one, "call,row,updated,at\nc,1,9,old\nc,1,10,new\nc,2,1,other\nc,1,2,older\n")
                        .values(Field.CREATED_AT))
                .containsExactly("new other");

        var whole = one.replace("of: row, latest: updated", "latest: row, together: updated");
        assertThat(Made.read(spill, whole, "call,row,updated,at\nc,1,x,a\nc,2,x,b\nc,3,y,c\nc,4,y,d\n")
                        .values(Field.CREATED_AT))
                .containsExactly("c d");
    }

    @Test
    void aGroupThatIsSeveralContactsIsParted() {
        var made = Made.read(spill, """
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
        var made = Made.read(spill, """
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
        var made = Made.read(spill, """
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
        assertThatThrownBy(() -> Made.profile(part + "\n" + Made.FIELDS))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aRowOfASetIsComparedWithThoseOfAnother() {
        var made = Made.read(spill, """
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
        assertThatThrownBy(() -> Made.read(spill, "group: { by: call }\n" + Made.FIELDS, rows))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("'group'");
    }
}
