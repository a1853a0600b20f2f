package se.nollan.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name of a file says. */
class FileNameTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "2026-10.csv, 2026-10-01, 2026-10-31",
        "telia_202610.csv.gz, 2026-10-01, 2026-10-31",
        "logg 2026-09 2026-10.zip, 2026-09-01, 2026-10-31",
        "2026-10-05.csv, 2026-10-05, 2026-10-05",
        "ace_20261001-20261015_v2.csv, 2026-10-01, 2026-10-15",
        "2026-10-01_2026-10-31.ndjson, 2026-10-01, 2026-10-31",
        "2026-11.csv, 2026-11-01, 2026-11-20"
    })
    @DisplayName(
            "A month, a day, or the first and the last in the name say which days a file covers; not those to come")
    void days(String name, LocalDate from, LocalDate to) {
        assertThat(FileName.days(name, TODAY)).isEqualTo(new FileName.Days(from, to));
        assertThat(FileName.isAllowed(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "october.csv",
                "2026-13.csv",
                "2026-02-30.csv",
                "2026-10-31_2026-10-01.csv",
                "2027-01.csv",
                "1.csv",
                "2026-10-01 2026-10-02 2026-10-03.csv"
            })
    @DisplayName("Of a name that says no days, or none that can be, nothing is guessed")
    void noDays(String name) {
        assertThat(FileName.days(name, TODAY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".profile",
                "a/b.csv",
                "../x.csv",
                "a\u0000.csv",
                "19850101-1234.csv",
                "0701740605 2026-10.csv",
                "x.report.txt",
                "2026-10.csv.report.csv",
                "-rf.csv"
            })
    @DisplayName("A name leads nowhere, is no report's and holds nobody's number")
    void notAllowed(String name) {
        assertThat(FileName.isAllowed(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10.csv, text/csv, false",
        "2026-10.TXT.gz, text/csv, true",
        "2026-10.jsonl, application/x-ndjson, false",
        "2026-10.json.gz, application/json, true",
        "2026-10.zip, application/zip, false",
        "2026-10.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, false"
    })
    @DisplayName("The ending says of what form a file is")
    void form(String name, String type, boolean gzip) {
        assertThat(FileName.contentType(name)).isEqualTo(type);
        assertThat(FileName.isGzip(name)).isEqualTo(gzip);
    }
}
