package se.nollan.base.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "01,10,0001,Region Stockholm",
        "03,12,0003,Region Uppsala",
        "04,13,0004,Region Sörmland",
        "05,21,0005,Region Östergötland",
        "06,22,0006,Region Jönköpings län",
        "07,23,0007,Region Kronoberg",
        "08,24,0008,Region Kalmar län",
        "09,26,0009,Region Gotland",
        "10,27,0010,Region Blekinge",
        "12,41,0012,Region Skåne",
        "13,42,0013,Region Halland",
        "14,51,0014,Västra Götalandsregionen",
        "17,54,0017,Region Värmland",
        "18,55,0018,Region Örebro län",
        "19,56,0019,Region Västmanland",
        "20,57,0020,Region Dalarna",
        "21,61,0021,Region Gävleborg",
        "22,62,0022,Region Västernorrland",
        "23,63,0023,Region Jämtland Härjedalen",
        "24,64,0024,Region Västerbotten",
        "25,65,0025,Region Norrbotten"
    })
    @DisplayName("Each of the 21 regions has its county code, SKR's code and Kolada's id")
    void each(String county, String skr, String kolada, String title) {
        var region = Region.ofCounty(county).orElseThrow();

        assertThat(Region.ofSkr(skr)).contains(region);
        assertThat(region.skr()).isEqualTo(skr);
        assertThat(region.kolada()).isEqualTo(kolada);
        assertThat(region.title()).isEqualTo(title);
    }

    @Test
    @DisplayName("There are 21, and a number that is none is none")
    void thereAre21() {
        assertThat(Region.values()).hasSize(21);
        assertThat(Region.ofCounty("02")).isEmpty();
        assertThat(Region.ofSkr("11")).isEmpty();
        assertThat(Region.ofCounty("23")).isNotEqualTo(Region.ofSkr("23"));
    }
}
