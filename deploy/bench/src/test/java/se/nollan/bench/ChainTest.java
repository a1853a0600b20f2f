package se.nollan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {

    private static final int CONTACTS = 20_000;

    @Test
    void whatIsTimedGivesTheSameTalliesOnBothSides(@TempDir Path folder) throws Exception {
        Path file = MonthFile.of(CONTACTS, folder);
        int units = MonthFile.units(CONTACTS);
        assertThat(new Chain(units, 2).tallies(file))
                .hasSizeGreaterThan(units)
                .isEqualTo(Yardstick.tallies(file, units, 2))
                .satisfies(tallies -> assertThat(Peer.comparable(tallies)).isEqualTo(Peer.tallies(file, units, 2)));
    }
}
