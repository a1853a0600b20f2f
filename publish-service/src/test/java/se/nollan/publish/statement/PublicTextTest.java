package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ring Anna 070-174 06 05, pnr finns",
                "070\u2013174\u201306\u201305",
                "+46 (0)70 174 06 05",
                "pnr 19800101-1234",
                "8001011234",
                "80 01 01 - 12 34",
                "\uff10\uff17\uff10\uff11\uff17\uff14\uff10\uff16\uff10\uff15",
                "0,7,0,1,7,4,0,6,0,5",
                "063-147500",
                "anna@example.org",
                "sip:anna",
                "Rättat\u202e",
                "Rättat\nigen",
                "2026-10-05 070-1740605"
            })
    void nobodysNumberOrAddressIsPublished(String text) {
        assertThat(PublicText.fault(text)).isPresent().get().asString().doesNotContain("174", "Anna", "1234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sen leverans från Björkbackens hälsocentral, SE2321000214-E000000001001",
                "Kusthälsan (556677-8899) rättade 2026-10-05 till 2026-10-12",
                "Version 2: 1 234 samtal lades till av 2 000",
                "Rättning för 2026-09"
            })
    void whatAReaderNeedsMayStand(String text) {
        assertThat(PublicText.fault(text)).isEmpty();
    }

    @Test
    void itsLengthIsBounded() {
        assertThat(PublicText.fault("a".repeat(500))).isEmpty();
        assertThat(PublicText.fault("a".repeat(501))).isPresent();
    }
}
