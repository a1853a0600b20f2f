package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of contact-format, "The register", broken once: where it is told, and by which code. */
class RegisterFindingsTest {

    private static final String OWN = "{'id':'232100-0214','name':'Region','form':'public'}";
    private static final String COMPANY =
            "{'id':'556677-8899','name':'Bolaget','form':'private','contract':{'from':'2024-01-01'}}";
    private static final String A1 =
            "{'id':'SE2321000214-A1','name':'Alm','region':'23','provider':'232100-0214','type':'vardcentral'}";
    private static final String A2 = A1.replace("A1", "A2");
    private static final String LINE = "{'id':'+46631000001','unit':'SE2321000214-A1','kind':'main'}";

    private static String with(String entry, String more) {
        return entry.substring(0, entry.length() - 1) + "," + more + "}";
    }

    private static String document(String providers, String units, String lines) {
        return "{'providers':[%s],'units':[%s],'lines':[%s]}".formatted(providers, units, lines);
    }

    private static RegionalMerge read(RegisterContent standing, Set<String> regions, String document) {
        byte[] json = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RegionalMerge.of(standing, regions, RegisterJson.parse(json).orElseThrow());
    }

    private static List<String> told(RegionalMerge imported) {
        return imported.findings().stream()
                .map(it -> it.severity() + " " + it.path() + " " + it.code())
                .toList();
    }

    @Test
    void aSoundDocumentHasNoFindings() {
        assertThat(read(RegisterContent.EMPTY, Set.of("23"), document(OWN, A1, LINE))
                        .findings())
                .isEmpty();
    }

    static Stream<Arguments> broken() {
        String branch = with(A2, "'parent':'SE2321000214-A1'");
        return Stream.of(
                arguments(
                        "a field that does not exist",
                        document(OWN, with(A1, "'colour':'red'"), LINE),
                        "ERROR units[0].colour unknown-field"),
                arguments("a list that is missing", "{'providers':[],'units':[]}", "ERROR lines missing"),
                arguments(
                        "a part that does not exist",
                        "{'providers':[" + OWN + "],'units':[" + A1 + "],'lines':[],'region':'23'}",
                        "ERROR region unknown-field"),
                arguments("an entry that is no object", document(OWN, A1, "3"), "ERROR lines[0] not-an-object"),
                arguments(
                        "a required field that is missing",
                        document(OWN, A1, LINE.replace("'kind'", "'type'")),
                        "ERROR lines[0].kind missing"),
                arguments(
                        "a word that is none",
                        document(OWN, A1.replace("vardcentral", "kiosk"), LINE),
                        "ERROR units[0].type unknown-word"),
                arguments(
                        "a number for a text",
                        document(OWN, A1.replace("'Alm'", "7"), LINE),
                        "ERROR units[0].name not-text"),
                arguments(
                        "a text for a flag",
                        document(OWN, A1, with(LINE, "'automatic':'yes'")),
                        "ERROR lines[0].automatic not-a-flag"),
                arguments(
                        "a name with blanks around it",
                        document(OWN, A1.replace("'Alm'", "' Alm'"), LINE),
                        "ERROR units[0].name not-clean"),
                arguments(
                        "a name that is too long",
                        document(OWN, A1.replace("Alm", "A".repeat(201)), LINE),
                        "ERROR units[0].name too-long"),
                arguments(
                        "a target of no minutes",
                        document(OWN, with(A1, "'target':0"), LINE),
                        "ERROR units[0].target not-a-count"),
                arguments(
                        "keys that are no list",
                        document(OWN, A1, with(LINE, "'keys':'Q1'")),
                        "ERROR lines[0].keys not-a-list"),
                arguments(
                        "a key twice",
                        document(OWN, A1, with(LINE, "'keys':['Q1','Q1']")),
                        "ERROR lines[0].keys[1] repeated"),
                arguments(
                        "a day that does not exist",
                        document(OWN, A1, with(LINE, "'from':'2026-02-30'")),
                        "ERROR lines[0].from not-a-date"),
                arguments(
                        "a day in another form",
                        document(OWN, A1, with(LINE, "'from':'2026-2-3'")),
                        "ERROR lines[0].from not-a-date"),
                arguments(
                        "a period that ends before it begins",
                        document(OWN, A1, with(LINE, "'from':'2026-02-03','to':'2026-02-02'")),
                        "ERROR lines[0].to period-backwards"),
                arguments(
                        "a contract that is no object",
                        document(COMPANY.replace("{'from':'2024-01-01'}", "'2024'"), "", ""),
                        "ERROR providers[0].contract not-an-object"),
                arguments(
                        "a contract with an unknown field",
                        document(COMPANY.replace("{'from'", "{'until'"), "", ""),
                        "ERROR providers[0].contract.until unknown-field"),
                arguments(
                        "an HSA-id of another form",
                        document(OWN, A1.replace("SE2321000214-A1", "2321000214-A1"), ""),
                        "ERROR units[0].id not-an-hsa-id"),
                arguments(
                        "an HSA-id of 32 characters",
                        document(OWN, A1.replace("-A1", "-" + "A".repeat(19)), ""),
                        "ERROR units[0].id not-an-hsa-id"),
                arguments(
                        "a county in words",
                        document(OWN, A1.replace("'23'", "'Jä'"), ""),
                        "ERROR units[0].region not-a-region"),
                arguments(
                        "a personal identity number as provider",
                        document(OWN.replace("232100-0214", "800101-1234"), A1, LINE),
                        "ERROR providers[0].id not-an-organisation"),
                arguments(
                        "a national phone number",
                        document(OWN, A1, LINE.replace("+46631000001", "063-100 00 01")),
                        "ERROR lines[0].id not-e164"),
                arguments(
                        "a number with a plus that is not E.164",
                        document(OWN, A1, LINE.replace("+46631000001", "+46 63 100")),
                        "ERROR lines[0].id not-e164"),
                arguments(
                        "a unit twice on a day",
                        document(OWN, with(A1, "'to':'2026-06-30'") + "," + with(A1, "'from':'2026-06-30'"), LINE),
                        "ERROR units[1].id id-overlaps"),
                arguments(
                        "a line twice",
                        document(OWN, A1 + "," + A2, LINE + "," + LINE.replace("A1", "A2")),
                        "ERROR lines[1].id id-overlaps"),
                arguments("a provider twice", document(OWN + "," + OWN, A1, LINE), "ERROR providers[1].id id-overlaps"),
                arguments(
                        "a provider that is not there",
                        document(COMPANY, A1, LINE),
                        "ERROR units[0].provider unknown-provider"),
                arguments(
                        "a provider that ends before its unit",
                        document(with(OWN, "'to':'2026-06-30'"), A1, LINE),
                        "ERROR units[0].provider provider-not-in-force"),
                arguments(
                        "a unit that ends after its provider's contract",
                        document(
                                COMPANY,
                                A1.replace("232100-0214", "556677-8899").replace("'Alm'", "'Alm','from':'2023-01-01'"),
                                LINE),
                        "WARNING units[0].provider outside-contract"),
                arguments(
                        "a contract of the region's own",
                        document(with(OWN, "'contract':{}"), A1, LINE),
                        "WARNING providers[0].contract contract-of-public"),
                arguments(
                        "a provider that no unit has",
                        document(OWN + "," + COMPANY, A1, LINE),
                        "WARNING providers[1] idle-provider"),
                arguments(
                        "a unit in two regions",
                        document(
                                OWN,
                                with(A1, "'to':'2026-06-30'") + ","
                                        + with(A1.replace("'23'", "'24'"), "'from':'2026-07-01'"),
                                ""),
                        "ERROR units[1].region other-region"),
                arguments(
                        "a parent that is not there",
                        document(OWN, branch, ""),
                        "ERROR units[0].parent unknown-parent"),
                arguments(
                        "a unit that is its own parent",
                        document(OWN, with(A1, "'parent':'SE2321000214-A1'"), ""),
                        "ERROR units[0].parent own-parent"),
                arguments(
                        "a parent that ends before its branch",
                        document(OWN, branch + "," + with(A1, "'to':'2026-06-30'"), ""),
                        "ERROR units[0].parent parent-not-in-force"),
                arguments(
                        "a parent that is a branch itself",
                        document(
                                OWN,
                                branch + "," + with(A1, "'parent':'SE2321000214-A3'") + "," + A1.replace("A1", "A3"),
                                ""),
                        "ERROR units[0].parent parent-has-parent"),
                arguments(
                        "a parent of another provider",
                        document(OWN + "," + COMPANY, branch + "," + A1.replace("232100-0214", "556677-8899"), ""),
                        "ERROR units[0].parent parent-of-other-provider"),
                arguments(
                        "a branch of 1177 under a vårdcentral",
                        document(OWN, A1 + "," + branch.replace("vardcentral", "1177"), ""),
                        "ERROR units[1].parent mixes-1177"),
                arguments(
                        "a line of a unit that is not there",
                        document(OWN, A2, LINE),
                        "ERROR lines[0].unit unknown-unit"),
                arguments(
                        "a line that has no day in common with its unit",
                        document(OWN, with(A1, "'to':'2026-06-30'"), with(LINE, "'from':'2026-07-01'")),
                        "ERROR lines[0].unit never-in-force"),
                arguments(
                        "a line that ends after its unit",
                        document(OWN, with(A1, "'to':'2026-06-30'"), with(LINE, "'to':'2026-07-01'")),
                        "WARNING lines[0] outside-unit"),
                arguments(
                        "a key that means two lines",
                        document(
                                OWN,
                                A1 + "," + A2,
                                with(LINE, "'system':'t','keys':['Q1']") + ","
                                        + "{'id':'Q1','unit':'SE2321000214-A2','kind':'main'}"),
                        "ERROR lines[1].keys key-taken"),
                arguments("no units at all", document(OWN, "", ""), "ERROR units empty"),
                arguments(
                        "a unit of another region",
                        document(OWN, A1.replace("'23'", "'24'"), LINE),
                        "ERROR units[0].region foreign-region"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void itIsToldWhereItStandsWhenThereIs(String what, String document, String finding) {
        assertThat(told(read(RegisterContent.EMPTY, Set.of("23"), document))).contains(finding);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(told(read(
                        RegisterContent.EMPTY,
                        Set.of("23"),
                        document(
                                OWN.replace("public", "semi"),
                                A1.replace("vardcentral", "kiosk"),
                                LINE.replace("main", "side") + ","
                                        + LINE.replace("SE2321000214-A1", "SE2321000214-A9")))))
                .containsExactlyInAnyOrder(
                        "ERROR providers[0].form unknown-word",
                        "ERROR units[0].type unknown-word",
                        "ERROR lines[0].kind unknown-word",
                        "ERROR lines[1].unit unknown-unit");
    }

    @Test
    void whatRefersToABrokenEntryIsNotBlamed() {
        assertThat(told(read(
                        RegisterContent.EMPTY,
                        Set.of("23"),
                        document(
                                OWN,
                                A1.replace("vardcentral", "kiosk") + "," + with(A2, "'parent':'SE2321000214-A1'"),
                                LINE))))
                .containsExactly("ERROR units[0].type unknown-word");
    }

    @Test
    void theSameKeyMayMeanOneLineInEachSystemAndOneAfterTheOther() {
        String one = with(LINE, "'system':'t','keys':['Q1'],'to':'2026-06-30'");
        String after = with(LINE.replace("0001'", "0002'"), "'system':'t','keys':['Q1'],'from':'2026-07-01'");
        String other = with(LINE.replace("0001'", "0003'"), "'system':'u','keys':['Q1']");
        assertThat(read(RegisterContent.EMPTY, Set.of("23"), document(OWN, A1, one + "," + after + "," + other))
                        .findings())
                .isEmpty();
    }

    @Test
    void aParentThatChangesOwnerCoversABranchThatChangesWithIt() {
        String mine = "'to':'2026-06-30'";
        String theirs = "'from':'2026-07-01'";
        String branch = with(A2, "'parent':'SE2321000214-A1'");
        String units = String.join(
                ",",
                with(A1, mine),
                with(A1.replace("232100-0214", "556677-8899"), theirs),
                with(branch, mine),
                with(branch.replace("232100-0214", "556677-8899"), theirs));
        assertThat(read(RegisterContent.EMPTY, Set.of("23"), document(OWN + "," + COMPANY, units, LINE))
                        .findings())
                .isEmpty();
    }
}
