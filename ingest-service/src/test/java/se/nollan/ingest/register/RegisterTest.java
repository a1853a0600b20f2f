package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.base.text.Sha256;

class RegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final String OWN = "232100-0214";
    private static final String COMPANY = "556677-8899";

    static byte[] vectors() {
        try (InputStream in = RegisterTest.class.getResourceAsStream("/vectors/register.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Register vectorsRegister() {
        RegionalMerge imported = RegionalMerge.of(
                RegisterContent.EMPTY,
                Set.of("23"),
                RegisterJson.parse(vectors()).orElseThrow());
        assertThat(imported.findings()).isEmpty();
        return new Register(1, imported.content());
    }

    private static Register register(String json) {
        RegionalMerge imported = RegionalMerge.of(
                RegisterContent.EMPTY,
                Set.of("23"),
                RegisterJson.parse(json.getBytes()).orElseThrow());
        assertThat(imported.findings()).noneMatch(RegisterFinding::isError);
        return new Register(1, imported.content());
    }

    @Test
    void theVectorsRegisterIsTakenInWhole() {
        RegisterContent registerContent = vectorsRegister().content();
        assertThat(registerContent.providers()).hasSize(2);
        assertThat(registerContent.units()).hasSize(6);
        assertThat(registerContent.lines()).hasSize(11);
    }

    @Test
    void aLineIsFoundByItsIdWhenTheSystemHasNoNameForIt() {
        assertThat(vectorsRegister().resolve(OWN, "any", "+46631000001", DAY)).hasValueSatisfying(placement -> {
            assertThat(placement.unit().name()).isEqualTo("Björkens hälsocentral");
            assertThat(placement.region()).isEqualTo("23");
        });
    }

    @Test
    void aLineOfAnotherProviderIsNotFoundButIsKnown() {
        Register register = vectorsRegister();
        assertThat(register.resolve(COMPANY, "any", "+46631000001", DAY)).isEmpty();
        assertThat(register.named("+46631000001", DAY)).hasSize(1);
        assertThat(register.named("+46630000000", DAY)).isEmpty();
    }

    private static final String CHANGES_OWNER = """
            {"providers":[{"id":"232100-0214","name":"R","form":"public"},{"id":"556677-8899","name":"V","form":"private"}],
             "units":[
               {"id":"SE2321000214-A1","name":"A","region":"23","provider":"232100-0214","type":"vardcentral","to":"2026-10-04"},
               {"id":"SE2321000214-A1","name":"A","region":"23","provider":"556677-8899","type":"vardcentral","from":"2026-10-05"}],
             "lines":[
               {"id":"+46631000021","unit":"SE2321000214-A1","kind":"main","system":"teleq","keys":["Q21","Q22"]},
               {"id":"+46631000022","unit":"SE2321000214-A1","kind":"menu","from":"2026-10-03","to":"2026-10-06"}]}
            """;

    @Test
    void aUnitThatChangesOwnerGivesItsLinesToTheNewOneOnTheDay() {
        Register register = register(CHANGES_OWNER);
        assertThat(register.resolve(OWN, "teleq", "Q22", DAY.minusDays(1))).isPresent();
        assertThat(register.resolve(OWN, "teleq", "Q22", DAY)).isEmpty();
        assertThat(register.resolve(COMPANY, "teleq", "Q22", DAY)).isPresent();
        assertThat(register.resolve(COMPANY, "teleq", "Q22", DAY.minusDays(1))).isEmpty();
    }

    @Test
    void aLineIsFoundByTheKeysOfItsSystemAndByItsIdButNotBySystemsItIsNotGiven() {
        Register register = register(CHANGES_OWNER);
        assertThat(register.resolve(COMPANY, "teleq", "Q21", DAY)).isPresent();
        assertThat(register.resolve(COMPANY, "teleq", "+46631000021", DAY)).isPresent();
        assertThat(register.resolve(COMPANY, "puzzel", "Q21", DAY)).isEmpty();
        assertThat(register.resolve(COMPANY, "puzzel", "+46631000022", DAY)).isPresent();
    }

    @Test
    void aProviderAnswersForItsLinesOfTheSystemOrOfNoneWithinThePeriodAndItsOwnDays() {
        Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        Register register = register(CHANGES_OWNER);
        assertThat(register.answeredFor(OWN, "teleq", october))
                .extracting(placement -> placement.line().id() + " " + placement.period())
                .containsExactlyInAnyOrder(
                        "+46631000021 2026-10-01 to 2026-10-04", "+46631000022 2026-10-03 to 2026-10-04");
        assertThat(register.answeredFor(COMPANY, "puzzel", october))
                .extracting(placement -> placement.line().id() + " " + placement.period())
                .containsExactly("+46631000022 2026-10-05 to 2026-10-06");
    }

    @Test
    void aFamilyIsTheParentAndItsBranches() {
        Register register = vectorsRegister();
        Set<String> family = Set.of("SE2321000214-E000000000001", "SE2321000214-E000000000002");
        assertThat(register.family("SE2321000214-E000000000002", DAY)).isEqualTo(family);
        assertThat(register.family("SE2321000214-E000000000001", DAY)).isEqualTo(family);
        assertThat(register.family("SE2321000214-E000000000003", DAY)).containsExactly("SE2321000214-E000000000003");
        assertThat(register.family("SE2321000214-E999", DAY)).isEmpty();
    }

    @Test
    void theHashDependsOnWhatIsSaidAndNotOnTheOrderOrTheBlanks() {
        String one = RegisterJson.canonical(register(CHANGES_OWNER).content());
        String other = RegisterJson.canonical(register(CHANGES_OWNER
                        .replace("\"Q21\",\"Q22\"", "\"Q22\",\"Q21\"")
                        .replace("\"kind\":\"main\"", "\"automatic\": false,  \"kind\":\"main\""))
                .content());
        String changed = RegisterJson.canonical(
                register(CHANGES_OWNER.replace("Q22", "Q23")).content());
        assertThat(Sha256.hex(other)).isEqualTo(Sha256.hex(one)).hasSize(64);
        assertThat(Sha256.hex(changed)).isNotEqualTo(Sha256.hex(one));
    }

    @Test
    void whatIsStoredReadsBackAsItWas() {
        RegisterContent registerContent = vectorsRegister().content();
        assertThat(RegisterJson.read(RegisterJson.canonical(registerContent))).isEqualTo(registerContent);
    }

    @Test
    @DisplayName("A line is in force when it, its unit and its provider's contract are; so the other services are told")
    void aLineOutsideItsProvidersContract() {
        Register register = register("""
                {"providers": [{"id": "556677-8899", "name": "Vårdbolaget AB", "form": "private", "from": "2020-01-01",
                                "contract": {"from": "2024-01-01", "to": "2026-10-04"}}],
                 "units": [{"id": "SE2321000214-E000000000003", "name": "Stranden", "region": "23", "provider": "556677-8899",
                            "type": "vardcentral", "from": "2025-01-01"}],
                 "lines": [{"id": "+46631000021", "unit": "SE2321000214-E000000000003", "kind": "main"}]}
                """);

        assertThat(register.resolve(COMPANY, "any", "+46631000021", DAY.minusDays(1)))
                .isPresent();
        assertThat(register.resolve(COMPANY, "any", "+46631000021", DAY)).isEmpty();
        assertThat(register.named("+46631000021", DAY)).isEmpty();
        assertThat(register.linesOf(COMPANY, new Period(DAY, DAY.plusDays(3)))).isEmpty();
        assertThat(register.content().inForce().units())
                .extracting(Unit::period)
                .containsExactly(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 10, 4)));
        assertThat(register.content().units().get(0).period().to()).isNull();
    }
}
