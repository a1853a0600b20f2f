package se.nollan.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.UnreadableBody;

/** What is small as it comes, and would be without end in memory. */
class BoundsTest {
    private static final XlsxSource SHEET = new XlsxSource(null, new Header(10, 0), null, Limits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZZ4\"><v>1</v></c>",
                "<c\tr = 'ZZZZZZZ4'><v>1</v></c>",
                "<c r=\"&#90;&#90;&#90;&#90;&#90;4\"><v>1</v></c>",
                "TEXT",
                "CELLS"
            })
    @DisplayName("A workbook's columns, texts and rows have an end, however small it is packed")
    void aWorkbookWithoutEnd(String cells) throws IOException {
        var many = cells.equals("TEXT")
                ? "<c r=\"A4\" t=\"inlineStr\"><is><t>" + "a".repeat(1 << 19) + "</t></is></c>"
                : cells.equals("CELLS") ? "<c/>".repeat(1 << 19) : cells;

        assertThatThrownBy(() -> read(SHEET, workbook("<row r=\"4\">", "<row r=\"4\">" + many)))
                .isInstanceOfSatisfying(
                        UnreadableBody.class, e -> assertThat(e.reason()).isEqualTo(UnreadableBody.Reason.WORKBOOK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r=\"99999999999\"", "r=\"A\"", "s=\"77\"", "t=\"s\"", "r=\"A1:B2\""})
    @DisplayName("A sheet that is not as it should be is read or refused with a reason")
    void aSheetOfAnotherMind(String attribute) throws IOException {
        for (var where : List.of("<row ", "<c ")) {
            try {
                read(
                        SHEET,
                        workbook(
                                "<row r=\"4\"><c r=\"A4\">",
                                "<row r=\"4\"><c r=\"A4\">".replace(where, where + attribute + " x")));
            } catch (UnreadableBody refused) {
                assertThat(refused.detail()).isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("A workbook within bounds is read")
    void withinBounds() throws IOException {
        assertThat(read(SHEET, workbook("", ""))).isEqualTo(3);
    }

    @Test
    @DisplayName("An item of JSON or XML has an end")
    void itemsWithoutEnd() {
        var json = new JsonSource(StandardCharsets.UTF_8, false, List.of("a"), Limits.DEFAULT);
        assertThatThrownBy(() ->
                        read(json, ("{\"a\":[{\"id\":[" + "[],".repeat(1 << 19)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableBody.class, e -> assertThat(e.reason()).isEqualTo(UnreadableBody.Reason.LINE_LIMIT));
        var xml = new XmlSource(List.of("a", "b"), Limits.DEFAULT);
        assertThatThrownBy(() -> read(xml, ("<a><b id=\"" + "x".repeat(1 << 21)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableBody.class);
        assertThatThrownBy(() -> read(xml, "<a>".repeat(1 << 16).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableBody.class);
    }

    private static int read(RowSource source, byte[] file) throws IOException {
        var count = new int[1];
        source.read(new ByteArrayInputStream(file), List.of(new Column("id", false)), new SourceRows() {
            @Override
            public void row(long place, @Nullable String[] cells) {
                count[0] += cells[0] == null || cells[0].equals("Totalt") ? 0 : 1;
            }

            @Override
            public void aside(long place) {}

            @Override
            public void broken(RowFinding finding) {}
        });
        return count[0];
    }

    /** The field's workbook with something in its sheet replaced. */
    private static byte[] workbook(String what, String by) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(
                        BoundsTest.class.getResourceAsStream("/field/D32_report_with_title_floats_total.xlsx"));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith("sheet1.xml")) {
                    assertThat(text).contains(what);
                    text = text.replace(what, by);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(text.getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
