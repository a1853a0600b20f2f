package se.nollan.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final YearMonth OCTOBER = YearMonth.parse("2026-10");
    private static final LocalDate DAY = LocalDate.parse("2026-10-05");

    @TempDir
    Path folder;

    @Test
    void aWrappedKeyOpensOnlyForItsMonthRegionAndDay() {
        var key = new byte[DayKey.BYTES];
        RANDOM.nextBytes(key);
        var month = monthKey();
        var wrapped = month.wrap(key, "23", DAY, RANDOM);

        assertThat(month.unwrap(wrapped, "23", DAY)).isEqualTo(key);
        assertThatThrownBy(() -> month.unwrap(wrapped, "24", DAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> month.unwrap(wrapped, "23", DAY.plusDays(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> monthKey().unwrap(wrapped, "23", DAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMonthsFileIsReadableByItsOwnerAloneAndStaysTheSame() throws IOException {
        var keys = new MonthKeyFolder(folder.resolve("keys"));
        var wrapped = keys.readOrCreate(OCTOBER, RANDOM).wrap(new byte[DayKey.BYTES], "23", DAY, RANDOM);

        assertThat(keys.readOrCreate(OCTOBER, RANDOM).unwrap(wrapped, "23", DAY))
                .isEqualTo(new byte[DayKey.BYTES]);
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files.toList()).containsExactly(folder.resolve("keys/2026-10.key"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/2026-10.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void replicasThatMakeAMonthAtOnceShareOneKey() throws Exception {
        var wrapped = new java.util.concurrent.ConcurrentLinkedQueue<byte[]>();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Void> one = () -> {
                wrapped.add(new MonthKeyFolder(folder)
                        .readOrCreate(OCTOBER, RANDOM)
                        .wrap(new byte[DayKey.BYTES], "23", DAY, RANDOM));
                return null;
            };
            for (var done : pool.invokeAll(java.util.Collections.nCopies(32, one))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        var key = new MonthKeyFolder(folder).read(OCTOBER);
        assertThat(wrapped).hasSize(32).allSatisfy(each -> assertThat(key.unwrap(each, "23", DAY))
                .isEqualTo(new byte[DayKey.BYTES]));
    }

    @Test
    void aDestroyedMonthIsGone() throws IOException {
        var keys = new MonthKeyFolder(folder);
        keys.readOrCreate(OCTOBER, RANDOM);
        assertThat(keys.months()).containsExactly(OCTOBER);

        keys.destroy(OCTOBER);

        assertThat(keys.months()).isEmpty();
        assertThat(keys.read(OCTOBER)).isNull();
    }

    @Test
    void aDamagedFileIsSaidWithoutItsContent() throws IOException {
        Files.writeString(folder.resolve("2026-10.key"), "c2hvcnQ=");
        assertThatThrownBy(() -> new MonthKeyFolder(folder).read(OCTOBER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2026-10.key")
                .hasMessageNotContaining("c2hv");
    }

    private static MonthKey monthKey() {
        var bytes = new byte[MonthKey.BYTES];
        RANDOM.nextBytes(bytes);
        return new MonthKey(bytes);
    }
}
