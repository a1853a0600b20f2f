package se.nollan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * From a file to tallies on this machine, all in turn on the same file: Nollan's cores, keying included; DuckDB by SQL that is written
 * for speed; and DuckDB by the second implementation of the rules. Each is given two threads and three turns after one that does not count; the best turn is told, and that both came to the same tallies.
 */
public final class ChainBenchmark {

    private static final int THREADS = 2;
    private static final int TURNS = 3;

    private ChainBenchmark() {}

    /** @param arguments numbers of contacts, separated by commas */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "nollan-bench"));
        for (String contacts : arguments[0].split(",")) {
            compare(Integer.parseInt(contacts.trim()), folder);
        }
    }

    private static void compare(int contacts, Path folder) throws Exception {
        Path file = MonthFile.of(contacts, folder);
        int units = MonthFile.units(contacts);
        double chain = Double.MAX_VALUE;
        double peer = Double.MAX_VALUE;
        double yardstick = Double.MAX_VALUE;
        for (int turn = 0; turn <= TURNS; turn++) {
            Timed ours = Timed.of(() -> new Chain(units, THREADS).tallies(file));
            Timed theirs = Timed.of(() -> Yardstick.tallies(file, units, THREADS));
            Timed fast = Timed.of(() -> Peer.tallies(file, units, THREADS));
            if (!ours.tallies.equals(theirs.tallies)
                    || !Peer.comparable(ours.tallies).equals(fast.tallies)) {
                throw new IllegalStateException("They came to different tallies");
            }
            if (turn > 0) {
                chain = Math.min(chain, ours.seconds);
                yardstick = Math.min(yardstick, theirs.seconds);
                peer = Math.min(peer, fast.seconds);
            }
        }
        System.out.printf(
                "%,d contacts, %,d MB: Nollan %.2f s (%,.0f contacts/s), peer %.2f s (%,.0f contacts/s, %.2f times as long),"
                        + " plain SQL %.2f s (%.2f times as long)%n",
                contacts,
                Files.size(file) >> 20,
                chain,
                contacts / chain,
                peer,
                contacts / peer,
                peer / chain,
                yardstick,
                yardstick / chain);
    }

    private record Timed(Map<String, String> tallies, double seconds) {
        static Timed of(Callable<Map<String, String>> work) throws Exception {
            long start = System.nanoTime();
            Map<String, String> tallies = work.call();
            return new Timed(tallies, (System.nanoTime() - start) / 1e9);
        }
    }
}
