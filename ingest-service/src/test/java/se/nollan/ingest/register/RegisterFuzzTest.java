package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.Broken;
import se.nollan.ingest.South;

/** Registers broken at random: taken or refused, each finding with its place; what is taken can be read again as it is. */
class RegisterFuzzTest {
    private static final int TURNS = Broken.turns(2_000);
    private static final Set<String> REGIONS = Set.of("24");

    @Test
    @DisplayName("A broken register is taken or refused, whatever is broken in it")
    void brokenRegisters() {
        var random = new Random(8);
        var whole = South.REGISTER
                .replace(
                        "\"unit\": \"SE2321000222-E000000000003\", \"kind\"",
                        "\"shared\": [\"SE2321000222-E000000000001\", \"SE2321000222-E000000000002\"], \"kind\"")
                .getBytes(StandardCharsets.UTF_8);
        for (var turn = 0; turn < TURNS; turn++) {
            var broken = Broken.of(whole, random);
            try {
                RegisterJson.parse(broken).ifPresent(document -> {
                    var merge = RegionalMerge.of(RegisterContent.EMPTY, REGIONS, document);
                    assertThat(merge.findings())
                            .allSatisfy(finding -> assertThat(finding.path()).isNotNull());
                    if (merge.isSound()) {
                        var canonical = RegisterJson.canonical(merge.content());
                        assertThat(RegisterJson.canonical(RegisterJson.read(canonical)))
                                .isEqualTo(canonical);
                        new Register(1, merge.content());
                    }
                });
            } catch (RuntimeException e) {
                fail("Not refused but broken, turn " + turn + ":\n" + new String(broken, StandardCharsets.UTF_8), e);
            }
        }
    }
}
