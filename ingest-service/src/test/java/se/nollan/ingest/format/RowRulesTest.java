package se.nollan.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRulesTest {

    @Test
    void aRowBecomesAContactOfTheRegistersLineAndTheStockholmDay() {
        var rows = Rows.ofCsv("a,main,phone,callback,2026-10-05T23:30:00+02:00,+46701740605,,,,,");

        assertThat(rows.errors).isEmpty();
        var contact = rows.contacts.get(0);
        assertThat(contact.line().id()).isEqualTo("+46631000001");
        assertThat(contact.day()).isEqualTo(LocalDate.parse("2026-10-05"));
        assertThat(contact.createdAt()).isEqualTo(Instant.parse("2026-10-05T21:30:00Z"));
        assertThat(contact.row()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                ",main,phone,callback,2026-10-05T08:00:00,,,,,,; FIELD_REQUIRED id",
                "a,,phone,callback,2026-10-05T08:00:00,,,,,,; FIELD_REQUIRED line",
                "a,main,,callback,2026-10-05T08:00:00,,,,,,; FIELD_REQUIRED channel",
                "a,main,phone,,2026-10-05T08:00:00,,,,,,; FIELD_REQUIRED kind",
                "a,main,phone,callback,,,,,,,; FIELD_REQUIRED createdAt",
                "a,main,fax,callback,2026-10-05T08:00:00,,,,,,; NOT_A_WORD channel",
                "a,main,phone,visit,2026-10-05T08:00:00,,,,,,; NOT_A_WORD kind",
                "a,main,phone,bot,2026-10-05T08:00:00,,,,,,; KIND_NOT_OF_CHANNEL kind",
                "a,chat,chat,callback,2026-10-05T08:00:00,,,,,,; KIND_NOT_OF_CHANNEL kind",
                "a,chat,chat,queue,2026-10-05T08:00:00,,,2026-10-05T09:00:00,,,; FIELD_NOT_OF_CHANNEL attempts",
                "a,main,phone,queue,2026-10-05T08:00:00,,,,chat,,; FIELD_NOT_OF_CHANNEL firstLine",
                "a,main,chat,queue,2026-10-05T08:00:00,,,,,,; CHANNEL_NOT_OF_LINE line",
                "a,chat,phone,queue,2026-10-05T08:00:00,,,,,,; CHANNEL_NOT_OF_LINE line",
                "a,chat,chat,queue,2026-10-05T08:00:00,,,,main,,; CHANNEL_NOT_OF_LINE firstLine",
                "a,main,phone,queue,2026-10-05T08:00:00,,2026-10-05T07:59:59,,,,; BEFORE_CREATED answeredAt",
                "a,main,phone,queue,2026-09-30T08:00:00,,,,,,; OUTSIDE_PERIOD createdAt",
                "a,main,phone,queue,2026-10-05T08:00:00,,2026-11-02T13:00:01,,,,; IN_FUTURE answeredAt",
                "a,nowhere,phone,queue,2026-10-05T08:00:00,,,,,,; LINE_UNKNOWN line",
                "a,chat,chat,queue,2026-10-05T08:00:00,,,,nowhere,,; LINE_UNKNOWN firstLine",
                "a,unnamed,phone,queue,2026-10-05T08:00:00,,,,,,; LINE_NOT_COVERED line",
                "a,theirs,phone,queue,2026-10-05T08:00:00,,,,,,; LINE_NOT_YOURS line",
                "a,main,phone,queue,2026-10-05T08:00:00,,,,,2026-10-05T09:00:00,; CANCELLED_IN_PART cancelledBy",
                "a,main,phone,queue,2026-10-05T08:00:00,,,,,,staff; CANCELLED_IN_PART cancelledAt",
                "a,main,phone,queue,2026-10-05T08:00,,,,,,; NOT_A_TIME createdAt",
                "a,main,phone,queue,2026-10-05T08:00:00,,5 o'clock,,,,; NOT_A_TIME answeredAt",
                "a,main,phone,queue; WRONG_FIELD_COUNT",
                "a,main,phone,queue,2026-10-05T08:00:00,,,,,,,; WRONG_FIELD_COUNT",
            })
    void aRowThatBreaksARuleIsInErrorUnderThatRule(String row, String expected) {
        var rows = Rows.ofCsv(row);

        assertThat(rows.wrong()).containsExactly(expected);
        assertThat(rows.contacts).isEmpty();
    }

    @Test
    void everyErrorOfARowIsTold() {
        var rows = Rows.ofCsv("a,nowhere,phone,visit,2026-10-05T08:00:00,,yesterday,,,,");

        assertThat(rows.wrong())
                .containsExactlyInAnyOrder("NOT_A_WORD kind", "NOT_A_TIME answeredAt", "LINE_UNKNOWN line");
    }

    @Test
    void theOtherRowsStand() {
        var rows = Rows.ofCsv(
                "a,main,phone,queue,2026-10-05T08:00:00,,,,,,",
                "b,main,phone,visit,2026-10-05T08:00:00,,,,,,",
                "c,main,phone,queue,2026-10-05T08:00:00,,,,,,");

        assertThat(rows.contacts).extracting(Contact::id).containsExactly("a", "c");
        assertThat(rows.errors).extracting(RowFinding::line).containsExactly(3L);
    }

    @Test
    void textsHaveAtMost64CharactersAndTwentyAttempts() {
        var attempts = "2026-10-05T09:00:00 ".repeat(21).strip();
        var rows = Rows.ofCsv(
                "i".repeat(65) + ",main,phone,queue,2026-10-05T08:00:00,,,,,,",
                "😀".repeat(64) + ",main,phone,queue,2026-10-05T08:00:00,,,,,,",
                "a,main,phone,queue,2026-10-05T08:00:00,,," + attempts + ",,,");

        assertThat(rows.wrong()).containsExactly("TOO_LONG id", "TOO_MANY_ATTEMPTS attempts");
        assertThat(rows.contacts).hasSize(1);
    }

    @Test
    void controlCharactersAndBrokenCharactersAreRefused() {
        var rows = Rows.ofNdjson(
                "{\"id\":\"a\\u0000b\",\"line\":\"main\",\"channel\":\"phone\",\"kind\":\"queue\",\"createdAt\":\"2026-10-05T08:00:00\"}",
                "{\"id\":\"a\\ud800b\",\"line\":\"main\",\"channel\":\"phone\",\"kind\":\"queue\",\"createdAt\":\"2026-10-05T08:00:00\"}");

        assertThat(rows.wrong()).containsExactly("BAD_CHARACTER id", "BAD_CHARACTER id");
    }

    @Test
    void whatCannotBeSeenIsNoPartOfAnIdButMayDressACaller() {
        var rows = Rows.ofCsv(
                "a\u202e,main,phone,queue,2026-10-05T08:00:00,,,,,,",
                "b,main,phone,queue,2026-10-05T08:00:00,\t\u200e0701740605\u00a0,,,,,",
                "c,main,phone,queue,2026-10-05T08:00:00,07017\u000040605,,,,,");

        assertThat(rows.errors)
                .extracting(RowFinding::rule)
                .containsOnly(FindingCode.BAD_CHARACTER)
                .hasSize(2);
        assertThat(rows.contacts).hasSize(1);
    }

    @Test
    void noErrorShowsACallerOrANumber() {
        var rows = Rows.ofCsv(
                "a,0701740605,phone,queue,2026-10-05T08:00:00,+46701740606,,,,,",
                "b,main,phone,19800101-1234,2026-10-05T08:00:00,,070-174 06 07,,,,",
                "c,main,phone,queue,2026-10-05T08:00:00," + "+46701740608".repeat(9) + ",,,,,");

        assertThat(rows.errors).hasSize(4);
        assertThat(rows.errors.toString()).doesNotContain("0701740605", "701740606", "1980", "174 06", "701740608");
        assertThat(rows.errors).extracting(RowFinding::value).contains("99999999-9999", "9999999999", "999-999 99 99");
    }

    @Test
    void anErrorShowsAWellFormedTimeAsItWasSent() {
        var rows = Rows.ofCsv(
                "a,main,phone,queue,2026-03-29T02:30:00,,,,,,", "b,main,phone,queue,2026-10-05T08:61:00,,,,,,");

        assertThat(rows.errors)
                .extracting(RowFinding::value)
                .containsExactly("2026-03-29T02:30:00", "9999-99-99a99:99:99");
    }

    @Test
    void aLocalTimeInTheHourThatWinterRepeatsIsTheFirstOfTheTwoAndFlagged() {
        var rows = Rows.ofCsv(
                "a,main,phone,queue,2026-10-25T02:30:00,,2026-10-25T02:40:00,,,,",
                "b,main,phone,queue,2026-10-25T02:50:00,,2026-10-25T02:10:00,,,,",
                "c,main,phone,queue,2026-10-25T02:30:00+01:00,,2026-10-25T02:40:00+01:00,,,,");

        assertThat(rows.errors).isEmpty();
        assertThat(rows.contacts)
                .extracting(Contact::createdAt)
                .containsExactly(
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T00:50:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(rows.contacts)
                .extracting(Contact::answeredAt)
                .containsExactly(
                        Instant.parse("2026-10-25T00:40:00Z"),
                        Instant.parse("2026-10-25T01:10:00Z"),
                        Instant.parse("2026-10-25T01:40:00Z"));
        assertThat(rows.contacts).extracting(Contact::clockChange).containsExactly(true, true, false);
        assertThat(rows.warnings)
                .extracting(RowFinding::rule)
                .containsExactly(FindingCode.CLOCK_CHANGE, FindingCode.CLOCK_CHANGE);
    }
}
