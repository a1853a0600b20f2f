package se.nollan.base.region;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The 21 regions. Nollan knows a region by its county code (SCB); SKR's <i>Regionkod</i> is another number, in part one of the same: 23 is
 * Jämtland Härjedalen here and Kronoberg there. A figure that is sent on is sent by the receiver's number.
 */
public enum Region {
    STOCKHOLM("01", "10", "Region Stockholm"),
    UPPSALA("03", "12", "Region Uppsala"),
    SORMLAND("04", "13", "Region Sörmland"),
    OSTERGOTLAND("05", "21", "Region Östergötland"),
    JONKOPING("06", "22", "Region Jönköpings län"),
    KRONOBERG("07", "23", "Region Kronoberg"),
    KALMAR("08", "24", "Region Kalmar län"),
    GOTLAND("09", "26", "Region Gotland"),
    BLEKINGE("10", "27", "Region Blekinge"),
    SKANE("12", "41", "Region Skåne"),
    HALLAND("13", "42", "Region Halland"),
    VASTRA_GOTALAND("14", "51", "Västra Götalandsregionen"),
    VARMLAND("17", "54", "Region Värmland"),
    OREBRO("18", "55", "Region Örebro län"),
    VASTMANLAND("19", "56", "Region Västmanland"),
    DALARNA("20", "57", "Region Dalarna"),
    GAVLEBORG("21", "61", "Region Gävleborg"),
    VASTERNORRLAND("22", "62", "Region Västernorrland"),
    JAMTLAND_HARJEDALEN("23", "63", "Region Jämtland Härjedalen"),
    VASTERBOTTEN("24", "64", "Region Västerbotten"),
    NORRBOTTEN("25", "65", "Region Norrbotten");

    private static final Map<String, Region> BY_COUNTY =
            Arrays.stream(values()).collect(Collectors.toMap(Region::county, Function.identity()));
    private static final Map<String, Region> BY_SKR =
            Arrays.stream(values()).collect(Collectors.toMap(Region::skr, Function.identity()));

    private final String county;
    private final String skr;
    private final String title;

    Region(String county, String skr, String title) {
        this.county = county;
        this.skr = skr;
        this.title = title;
    }

    /** The county code, two digits: the number in registers, messages and figures. */
    public String county() {
        return county;
    }

    /** SKR's and the waiting time database's <i>Regionkod</i>. */
    public String skr() {
        return skr;
    }

    /** Kolada's id of the region among municipalities. */
    public String kolada() {
        return "00" + county;
    }

    /** The region's name. */
    public String title() {
        return title;
    }

    /** The region of a county code. */
    public static Optional<Region> ofCounty(String county) {
        return Optional.ofNullable(BY_COUNTY.get(county));
    }

    /** The region of SKR's Regionkod. */
    public static Optional<Region> ofSkr(String skr) {
        return Optional.ofNullable(BY_SKR.get(skr));
    }
}
