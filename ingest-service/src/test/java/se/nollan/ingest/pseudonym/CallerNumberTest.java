package se.nollan.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerNumberTest {

    private static Identity read(String text) {
        return CallerNumber.read(text, SourceNotation.USUAL);
    }

    @ParameterizedTest
    @DisplayName("One number in all its notations is one caller")
    @ValueSource(
            strings = {
                "+46701740605",
                "0701740605",
                "46701740605",
                "0046701740605",
                "070-174 06 05",
                "070\u2013174\u201306\u201305",
                "070\u2212174\u221206\u221205",
                "070\u00a0174\u202f06\u200905",
                "+46 (0)70 174 06 05",
                "+46(0)701740605",
                "(070) 1740605",
                "070.174.06.05",
                "070/174 06 05",
                "'0701740605",
                "\u200e0701740605\u202c",
                "\t0701740605 ",
                "\ufeff0701740605",
                "=\"0701740605\"",
                "tel:+46-70-174-06-05",
                "TEL:0701740605",
                "sip:+46701740605@lily-outbound",
                "<sip:0701740605@192.0.2.5:5060;transport=udp>",
                "\"Anna\" <0701740605>",
                "Anna Karlsson <sips:+46701740605@example.org;user=phone>",
                "sip:%2B46701740605@example.org",
                "sip:1740605;phone-context=+4670@ims.example;user=phone",
                "tel:1740605;phone-context=+46-70",
                "46701740605,0",
                "0701740605.0",
                "\uff10\uff17\uff10\uff11\uff17\uff14\uff10\uff16\uff10\uff15",
                "\u0660\u0667\u0660\u0661\u0667\u0664\u0660\u0666\u0660\u0665",
            })
    void oneNumberInAllItsNotationsIsOneCaller(String notation) {
        assertThat(read(notation)).isEqualTo(Identity.number("+46701740605"));
    }

    @ParameterizedTest
    @DisplayName("What cannot tell one caller from another is no caller")
    @ValueSource(
            strings = {
                "anonymous",
                "Anonym",
                "Dolt nummer",
                "Hemligt nummer",
                "Ok\u00e4nt",
                "Restricted",
                "SKYDDAT NUMMER ",
                "Anonymized",
                "0000000000",
                "0",
                "+",
                "-",
                "00",
                "0.0",
                "-1",
                "-2",
                "\u20132",
                "+266696687",
                "266696687",
                "0086282452253",
                "+7378742833",
                "+2562533",
                "+8656696",
                "sip:anonymous@anonymous.invalid",
                "sip:reception@example.org",
                "\"\"",
                "IN",
                "n/a",
                "?"
            })
    void whatCannotTellOneCallerFromAnotherIsNone(String text) {
        assertThat(read(text)).isSameAs(Identity.WITHHELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4,67017E+10", "4.67017E+10", "4,67E+10", "4.67017e10", "5E+10", " 4,67E+10 "})
    void whatASpreadsheetHasRoundedIsDestroyed(String text) {
        assertThat(read(text)).isSameAs(Identity.DESTROYED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "070*****55",
                "07017406XX",
                "070-174 XX XX",
                "070XXX0605",
                "+4670XXXXXXX",
                "00467017406?",
                "*****0605",
                "***"
            })
    void aNumberOfWhichDigitsAreHiddenIsMasked(String text) {
        assertThat(read(text)).isSameAs(Identity.MASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "112", "agent-17", "701740605", "1042", "00701740605", "00046701740605", "9664491"})
    void anythingElseIsTheVendorsOwnKey(String text) {
        assertThat(read(text).standing()).isEqualTo(Identity.Standing.KEY);
    }

    @Test
    void aForeignNumberKeepsItsCountry() {
        assertThat(read("0047 22 12 34 56")).isEqualTo(Identity.number("+4722123456"));
        assertThat(read("+7 701 740 66 60")).isEqualTo(Identity.number("+77017406660"));
    }

    @Test
    void aProfileTellsOfAnOutsideLineOfLostZerosAndOfItsOwnWords() {
        SourceNotation outside = new SourceNotation("0", false, Set.of(), false);
        assertThat(CallerNumber.read("00701740666", outside)).isEqualTo(Identity.number("+46701740666"));
        assertThat(CallerNumber.read("00046701740667", outside)).isEqualTo(Identity.number("+46701740667"));
        SourceNotation lost = new SourceNotation("", true, Set.of(), false);
        assertThat(CallerNumber.read("701 740 671", lost)).isEqualTo(Identity.number("+46701740671"));
        assertThat(CallerNumber.read("846500407", lost)).isEqualTo(Identity.number("+46846500407"));
        assertThat(CallerNumber.read("112", lost).standing()).isEqualTo(Identity.Standing.KEY);
        SourceNotation words = new SourceNotation("", false, Set.of("Nr 99999", "PRIV-1"), false);
        assertThat(CallerNumber.read("priv 1", words)).isSameAs(Identity.WITHHELD);
        assertThat(CallerNumber.read("nr99999", words)).isSameAs(Identity.WITHHELD);
    }
}
