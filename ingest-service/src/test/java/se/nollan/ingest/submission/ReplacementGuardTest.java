package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.report.FindingLog;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;

class ReplacementGuardTest {
    private final ReplacementGuard replacementGuard = new ReplacementGuard(5);

    @ParameterizedTest(name = "accepted {0}, skipped {1}, in error {2}, empty={3}, acceptErrors={4}: {5}")
    @CsvSource({
        "100, 0, 0, false, false,",
        "95, 0, 5, false, false,",
        "94, 0, 6, false, false, TOO_MANY_ERRORS",
        "94, 0, 6, false, true,",
        "94, 900, 6, false, false, TOO_MANY_ERRORS",
        "0, 0, 0, false, false, NOTHING_ACCEPTED",
        "0, 10, 0, false, false, NOTHING_ACCEPTED",
        "0, 0, 5, false, true, NOTHING_ACCEPTED",
        "0, 0, 0, true, false,",
        "0, 10, 0, true, false,",
        "1, 0, 0, true, false, NOT_EMPTY",
        "0, 0, 1, true, true, NOT_EMPTY",
    })
    void nothingGoodIsReplacedByNothing(
            long accepted, long skipped, long inError, boolean saidEmpty, boolean acceptErrors, String reason) {
        var counts = new RowCounts(accepted + skipped + inError, accepted, 0, 0, skipped, inError, 0, 0);

        var refusal = replacementGuard.refusal(counts, saidEmpty, acceptErrors);

        assertThat(refusal == null ? null : refusal.reason()).isEqualTo(reason);
    }

    @Test
    void countsThatDoNotBalanceAreNotMade() {
        assertThatThrownBy(() -> new RowCounts(10, 5, 0, 1, 1, 2, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void duplicatesKeepTheBalance() {
        assertThat(new RowCounts(10, 8, 0, 0, 1, 1, 2, 0).withDuplicates(2, 3, 4))
                .isEqualTo(new RowCounts(10, 3, 0, 2, 1, 4, 4, 0));
    }

    @Test
    void aMillionFindingsAreCountedAndAThousandListed() {
        var findings = new FindingLog();
        for (var line = 1; line <= 1_000_000; line++) {
            findings.add(new RowFinding(line, Field.KIND, FindingCode.NOT_A_WORD, "visit"));
        }
        findings.add(new RowFinding(1_000_001, null, FindingCode.WRONG_FIELD_COUNT, "3"));

        assertThat(findings.listed())
                .hasSize(1_000)
                .last()
                .extracting(Report.Entry::line)
                .isEqualTo(1_000L);
        assertThat(findings.tallies())
                .containsExactly(
                        new Report.Tally("NOT_A_WORD", "kind", 1_000_000),
                        new Report.Tally("WRONG_FIELD_COUNT", null, 1));
    }
}
