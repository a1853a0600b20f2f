package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A coordinator replaces her regions' part and nothing else. */
class RegionalMergeTest {

    private static final String SHARED = "{'id':'556677-8899','name':'Bolaget','form':'private'}";
    private static final String NORTH_ONLY = "{'id':'232100-0214','name':'Region Norr','form':'public'}";
    private static final String SOUTH_ONLY = "{'id':'232100-0222','name':'Region Syd','form':'public'}";

    private static final String NORTH = document(
            SHARED + "," + NORTH_ONLY,
            unit("N1", "23", "556677-8899") + "," + unit("N2", "23", "232100-0214"),
            line("+46631000001", "N1") + "," + line("q-2", "N2"));
    private static final String SOUTH = document(
            SHARED + "," + SOUTH_ONLY,
            unit("S1", "24", "556677-8899") + "," + unit("S2", "24", "232100-0222"),
            line("+46901000001", "S1"));

    private static String document(String providers, String units, String lines) {
        return "{'providers':[%s],'units':[%s],'lines':[%s]}".formatted(providers, units, lines);
    }

    private static String unit(String id, String region, String provider) {
        return "{'id':'SE2321000214-%s','name':'%s','region':'%s','provider':'%s','type':'rehab'}"
                .formatted(id, id, region, provider);
    }

    private static String line(String id, String unit) {
        return "{'id':'%s','unit':'SE2321000214-%s','kind':'main'}".formatted(id, unit);
    }

    private static RegionalMerge read(RegisterContent standing, String region, String document) {
        byte[] json = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RegionalMerge.of(
                standing, Set.of(region), RegisterJson.parse(json).orElseThrow());
    }

    private static RegisterContent both() {
        RegionalMerge north = read(RegisterContent.EMPTY, "23", NORTH);
        RegionalMerge south = read(north.content(), "24", SOUTH);
        assertThat(north.findings()).isEmpty();
        assertThat(south.findings()).isEmpty();
        return south.content();
    }

    @Test
    void theRegisterOfTheInstallationIsThatOfAllRegions() {
        assertThat(both().units()).extracting(Unit::name).containsExactly("N1", "N2", "S1", "S2");
        assertThat(both().lines()).hasSize(3);
        assertThat(both().providers())
                .extracting(Provider::id)
                .containsExactly("232100-0214", "232100-0222", "556677-8899");
    }

    @Test
    void whatARegionNoLongerNamesIsGoneWithTheProvidersOnlyItUsed() {
        RegionalMerge smaller =
                read(both(), "23", document(SHARED, unit("N1", "23", "556677-8899"), line("+46631000001", "N1")));
        assertThat(smaller.findings()).isEmpty();
        assertThat(smaller.content().units()).extracting(Unit::name).containsExactly("N1", "S1", "S2");
        assertThat(smaller.content().lines()).extracting(Line::id).containsExactly("+46631000001", "+46901000001");
        assertThat(smaller.content().providers())
                .extracting(Provider::id)
                .containsExactly("232100-0222", "556677-8899");
    }

    @Test
    void theSameDocumentAgainGivesTheSameRegister() {
        assertThat(read(both(), "23", NORTH).content()).isEqualTo(both());
    }

    @Test
    void aProviderThatAnotherRegionUsesKeepsItsForm() {
        assertThat(read(both(), "23", NORTH.replace("'private'", "'public'")).findings())
                .extracting(RegisterFinding::path, RegisterFinding::code)
                .containsExactly(tuple("providers[0].form", "shared-provider"));
    }

    @Test
    void aProviderThatAnotherRegionUsesCannotBeEndedUnderItsUnits() {
        assertThat(read(both(), "23", NORTH.replace("'private'", "'private','from':'2026-01-01'"))
                        .findings())
                .extracting(RegisterFinding::code)
                .contains("shared-provider");
    }

    @Test
    void aProviderThatAnotherRegionUsesMayBeGivenAnotherName() {
        RegionalMerge renamed = read(both(), "23", NORTH.replace("Bolaget", "Nya bolaget"));
        assertThat(renamed.findings()).isEmpty();
        assertThat(renamed.content().providers()).extracting(Provider::name).contains("Nya bolaget");
    }

    @Test
    void anotherRegionsUnitCannotBeTakenOver() {
        assertThat(read(both(), "23", NORTH.replace("N2", "S2")).findings())
                .extracting(RegisterFinding::path, RegisterFinding::code)
                .contains(tuple("units[1].region", "other-region"));
    }

    @Test
    void anotherRegionsUnitCannotBeGivenALine() {
        String document = NORTH.replace("'unit':'SE2321000214-N2'", "'unit':'SE2321000214-S2'");
        assertThat(read(both(), "23", document).findings())
                .extracting(RegisterFinding::path, RegisterFinding::code)
                .containsExactly(tuple("lines[1].unit", "foreign-unit"));
    }

    @Test
    void anotherRegionsLineCannotBeNamedAgain() {
        assertThat(read(both(), "23", NORTH.replace("+46631000001", "+46901000001"))
                        .findings())
                .extracting(RegisterFinding::path, RegisterFinding::code)
                .containsExactly(tuple("lines[0].id", "id-overlaps"));
    }

    @Test
    void aKeyThatTheProviderUsesInAnotherRegionCannotMeanAnotherLine() {
        String document = NORTH.replace("'id':'+46631000001'", "'id':'+46631000001','keys':['+46901000001']");
        assertThat(read(both(), "23", document).findings())
                .extracting(RegisterFinding::path, RegisterFinding::code)
                .containsExactly(tuple("lines[0].keys", "key-taken"));
    }

    @Test
    void eachSeesItsPart() {
        assertThat(both().ofRegions(Set.of("24")).units())
                .extracting(Unit::name)
                .containsExactly("S1", "S2");
        RegisterContent ofShared = both().ofProviders(Set.of("556677-8899"));
        assertThat(ofShared.units()).extracting(Unit::name).containsExactly("N1", "S1");
        assertThat(ofShared.lines()).extracting(Line::id).containsExactly("+46631000001", "+46901000001");
        assertThat(ofShared.providers()).extracting(Provider::id).containsExactly("556677-8899");
    }
}
