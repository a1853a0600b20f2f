package se.nollan.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/**
 * The fictional region and its month, written to a folder.
 *
 * @param register the register, as ingest-service imports it
 * @param access who may act for which provider: provider to {@code {clients, groups}}
 * @param deliveries the files that the providers send
 */
public record Sample(Path register, Path access, List<Delivery> deliveries) {

    /**
     * What to make up.
     *
     * @param seed the same seed gives the same bytes
     * @param contacts about so many; a few more or less
     */
    public record Wish(long seed, YearMonth month, int contacts) {
        /** October 2026: the hour that summer time repeats is in it, and no public holiday on a weekday. */
        public static final Wish DEFAULT = new Wish(1, YearMonth.of(2026, 10), 100_000);
    }

    /** Makes up the month and writes it to the folder, which is created. */
    public static Sample write(Wish wish, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path register = folder.resolve("register.json");
        Path access = folder.resolve("access.json");
        Files.write(register, Region.resource("register.json"));
        Files.write(access, Region.resource("access.json"));
        return new Sample(register, access, new Month(Region.read(), wish).write(folder));
    }

    /** Rows in all the files. */
    public long rows() {
        return deliveries.stream().mapToLong(Delivery::rows).sum();
    }
}
