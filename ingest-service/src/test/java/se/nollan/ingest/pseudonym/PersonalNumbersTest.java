package se.nollan.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-05");

    @ParameterizedTest
    @CsvSource({
        "19800101-1234, 198001011234",
        "198001011234, 198001011234",
        "800101-1234, 198001011234",
        "8001011234, 198001011234",
        " 800101 - 1234 , 198001011234",
        "260101-1234, 202601011234",
        "261231-1234, 192612311234",
        "261005-1234, 202610051234",
        "261005+1234, 192610051234",
        "190101+1234, 191901011234",
        "19190101+1234, 191901011234",
        "800161-1234, 198001611234",
        "240229-1234, 202402291234",
    })
    void everyNotationBecomesTwelveDigits(String written, String expected) {
        assertThat(PersonalNumbers.twelveDigits(written, DAY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19801301-1234",
                "19800132-1234",
                "19800192-1234",
                "20270101-1234",
                "800101-123",
                "anna",
                "",
                "abc-800101-1234"
            })
    void anythingElseIsNone(String written) {
        assertThat(PersonalNumbers.twelveDigits(written, DAY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case-19800101-1234",
                "case 1980 01 01 – 1234",
                "19_80_01_01_12_34",
                "198001011234",
                "c/800101-1234/2",
                "800101+1234",
                "x8001011231x",
                "19800161-1234"
            })
    void aNumberInsideAnIdIsFound(String id) {
        assertThat(IdCheck.givesAway(id, null, null, DAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8001011234",
                "202610050814",
                "20261005-0814",
                "261005-0814",
                "20261005081403",
                "AA0101-33116-990101-0:00:31",
                "4711",
                "5d0c9d6e-9f0b-4d5b-9f57-0a5d0f7e1b11"
            })
    void ordinaryIdsAndTimesOfTheCallAreNot(String id) {
        assertThat(IdCheck.givesAway(id, null, null, DAY)).isFalse();
    }
}
