package se.nollan.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+46701740605, +46701740605",
        "0701740605, +46701740605",
        "070-174 06 05, +46701740605",
        "0046701740605, +46701740605",
        "00 46 (0)70-174 06 05, +46701740605",
        "+46 (0)70 1740605, +46701740605",
        "+460701740605, +46701740605",
        " 0701740605 , +46701740605",
        "031-3900600, +46313900600",
        "08-465 004 00, +46846500400",
        "+4791234567, +4791234567",
        "004791234567, +4791234567",
    })
    void everyNotationOfANumberIsTheSameNumber(String written, String number) {
        assertThat(PhoneNumbers.e164(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "701740605",
                "9664491",
                "0",
                "00",
                "+",
                "0701",
                "070174060x",
                "0701740605#2",
                "dold",
                "",
                "000123456",
                "+1234567890123456",
                "07017406050701740605"
            })
    void anythingElseIsNone(String written) {
        assertThat(PhoneNumbers.e164(written)).isNull();
    }
}
