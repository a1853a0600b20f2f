package se.nollan.publish.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.COMPANY;
import static se.nollan.publish.figure.Examples.COORDINATOR;
import static se.nollan.publish.figure.Examples.REGION_OWN;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.results.Channel;
import se.nollan.publish.statement.Statement;
import se.nollan.publish.statement.StatementCsv;

class ReaderViewTest {

    private final MonthContent month = new Examples()
            .unit(A, REGION_OWN)
            .unit(B, COMPANY)
            .phone(A, "2026-10-05", 6, 2)
            .phone(B, "2026-10-05", 1, 0)
            .month();

    @Test
    @DisplayName("Invariant 9: a provider sees its own figures and no sum that others are in")
    void aProviderSeesItsOwn() {
        assertThat(ReaderView.toProvider(month, List.of(), Set.of(COMPANY)).figures())
                .extracting(figure -> figure.subject().id())
                .containsOnly(B, COMPANY);
        assertThat(ReaderView.toProvider(month, List.of(), Set.of()).figures()).isEmpty();
    }

    @Test
    void theTableHasARowForEachFigureAndNoCountsWhereTheyAreHidden() {
        Statement statement = Statement.draft(month, List.of(), null, null, COORDINATOR);

        String whole = StatementCsv.of(statement, ReaderView.toRegion(month, List.of()));
        String open = StatementCsv.of(
                statement, ReaderView.toPublic(month, List.of(), Set.of(new Figure.Key(Level.UNIT, B, Channel.PHONE))));

        assertThat(whole.split("\r\n")).hasSize(month.figures().size() + 1);
        assertThat(whole)
                .contains("23-2026-10-1,2026-10,draft,unit," + A
                        + ",Enhet A,23,232100-0214,public,phone,reported,8,6,2,8,0.7500,0,0,,\r\n");
        assertThat(open).contains("unit," + B + ",Enhet B,23,556677-8899,private,phone,suppressed,,,,,,,,,\r\n");
    }

    @Test
    @DisplayName("No spreadsheet takes a name for a formula: an apostrophe stands before it")
    void noSpreadsheetTakesANameForAFormula() {
        for (String name : List.of("=1+1", "+46", "-x", "@y")) {
            Subject subject = new Subject(Level.UNIT, A, name, "23", COMPANY, null);
            Figure figure = new Figure(
                    subject, Channel.PHONE, FigureStatus.MISSING, se.nollan.publish.results.Counts.NONE, List.of());
            MonthContent content = new MonthContent(
                    month.scope(),
                    month.month(),
                    List.of(),
                    3,
                    List.of(),
                    List.of(figure),
                    List.of(),
                    List.of(),
                    List.of());

            assertThat(StatementCsv.of(
                            Statement.draft(content, List.of(), null, null, COORDINATOR),
                            ReaderView.toRegion(content, List.of())))
                    .contains(",'" + name + ",");
        }
    }

    @Test
    void aNameWithACommaOrAQuoteIsQuoted() {
        Subject subject = new Subject(Level.UNIT, A, "Åsa \"Ö\", filial", "23", COMPANY, null);
        MonthContent monthContent = new MonthContent(
                month.scope(),
                month.month(),
                List.of(),
                3,
                List.of(),
                List.of(new Figure(
                        subject,
                        Channel.PHONE,
                        FigureStatus.MISSING,
                        se.nollan.publish.results.Counts.NONE,
                        List.of())),
                List.of(),
                List.of(),
                List.of());
        Statement statement = Statement.draft(monthContent, List.of(), null, null, COORDINATOR);

        assertThat(StatementCsv.of(statement, ReaderView.toRegion(monthContent, List.of())))
                .contains(",\"Åsa \"\"Ö\"\", filial\",");
    }
}
