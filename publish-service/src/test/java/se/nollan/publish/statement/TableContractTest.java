package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.C;
import static se.nollan.publish.figure.Examples.CARE_1177;
import static se.nollan.publish.figure.Examples.COMPANY;
import static se.nollan.publish.figure.Examples.COORDINATOR;
import static se.nollan.publish.figure.Examples.NATION;
import static se.nollan.publish.figure.Examples.REGION_OWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.figure.Examples;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.register.Period;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;
import se.nollan.publish.suppression.Disclosure;

/** The table against its CSV on the Web metadata. */
class TableContractTest {

    private final JsonNode schema = schema();

    @Test
    void theColumnsAreThoseOfTheMetadataInItsOrder() {
        assertThat(columns().stream()
                        .map(column -> column.path("name").asText())
                        .toList())
                .isEqualTo(StatementCsv.COLUMNS);
    }

    @Test
    @DisplayName("Every cell of every level, status and channel is of its column's type, and the key is unique")
    void everyCellIsOfItsType() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, COMPANY, UnitType.VARDCENTRAL, "23", null, new Period(null, LocalDate.parse("2026-10-09")))
                .unit(B, REGION_OWN, UnitType.VARDCENTRAL, "23", null, new Period(LocalDate.parse("2026-10-10"), null))
                .unit(C, COMPANY)
                .unit(CARE_1177, REGION_OWN, UnitType.CARE_1177, "23", null, Period.ALWAYS)
                .result(A, "2026-10-05", Channel.PHONE, 1, Examples.counts(3, 1, 2, 2), Examples.RULES)
                .phone(B, "2026-10-05", 40, 30)
                .phone(B, "2026-10-12", 40, 30)
                .chat(A, "2026-10-05", 50, 0)
                .month(NATION);
        Statement statement = Statement.draft(month, List.of(), null, null, COORDINATOR);
        Set<String> levels = new HashSet<>();
        Set<String> keys = new HashSet<>();
        int rows = 0;

        for (ReaderView readerView : List.of(
                ReaderView.toRegion(month, List.of()),
                ReaderView.toPublic(
                        month,
                        List.of(),
                        Disclosure.of(month.figures(), 5, List.of()).hidden(month.figures())))) {
            keys.clear();
            for (String line :
                    StatementCsv.of(statement, readerView).lines().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                assertThat(cells).hasSize(columns().size());
                for (int i = 0; i < cells.length; i++) {
                    checkCell(columns().get(i), cells[i]);
                }
                levels.add(cells[3]);
                assertThat(keys.add(cells[3] + '/' + cells[4] + '/' + cells[9]))
                        .as(line)
                        .isTrue();
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(40);
        assertThat(levels).hasSize(Level.values().length);
    }

    private static void checkCell(JsonNode column, String cell) {
        String name = column.path("name").asText();
        if (cell.isEmpty()) {
            assertThat(column.path("required").asBoolean())
                    .as(name + " is empty")
                    .isFalse();
            return;
        }
        JsonNode type = column.path("datatype");
        String base = type.isTextual() ? type.asText() : type.path("base").asText();
        String format = type.path("format").asText(null);
        List<String> values = column.has("separator") ? Arrays.asList(cell.split(" ")) : List.of(cell);
        for (String value : values) {
            assertThat(value)
                    .as(name)
                    .matches(
                            switch (base) {
                                case "nonNegativeInteger" -> "0|[1-9][0-9]*";
                                case "decimal" -> "[01]\\.[0-9]{4}";
                                case "gYearMonth" -> "[0-9]{4}-[0-9]{2}";
                                default -> format == null ? ".+" : format;
                            });
        }
    }

    private List<JsonNode> columns() {
        return StreamSupport.stream(schema.path("columns").spliterator(), false).toList();
    }

    private static JsonNode schema() {
        try (var metadata = TableContractTest.class.getResourceAsStream("/contracts/statement.csv-metadata.json")) {
            return new ObjectMapper().readTree(metadata).path("tableSchema");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
