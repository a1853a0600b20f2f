package se.nollan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.nollan.ingest.pseudonym.DayKey;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;

/**
 * The chain without network and database: the file in as many pieces as there are threads, each read, checked and made pseudonymous by
 * itself; then the units shared among the threads and judged.
 */
final class Chain {

    private final Region region;
    private final int threads;
    private final Map<LocalDate, byte[]> keys = new HashMap<>();

    Chain(int units, int threads) {
        this.region = new Region(units);
        this.threads = threads;
        SecureRandom random = new SecureRandom();
        for (int day = 0; day < MonthFile.DAYS; day++) {
            byte[] key = new byte[DayKey.BYTES];
            random.nextBytes(key);
            keys.put(MonthFile.FIRST.plusDays(day), key);
        }
    }

    /** {@code unit day channel} to {@code contactsIn hits counted}. */
    Map<String, String> tallies(Path file) throws IOException, InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Map<String, List<Contact>>> pieces = inParallel(workers, FilePiece.of(file, threads), this::slices);
            Map<String, List<Contact>> byUnit = pieces.get(0);
            for (Map<String, List<Contact>> piece : pieces.subList(1, pieces.size())) {
                piece.forEach((unit, contacts) ->
                        byUnit.computeIfAbsent(unit, none -> new ArrayList<>()).addAll(contacts));
            }
            Map<String, String> tallies = new TreeMap<>();
            for (List<Tally> ofUnit : inParallel(workers, List.copyOf(byUnit.values()), this::judge)) {
                for (Tally tally : ofUnit) {
                    tallies.put(
                            tally.unit() + " " + tally.date() + " "
                                    + tally.channel().word(),
                            tally.contactsIn() + " " + tally.hits() + " " + tally.counted());
                }
            }
            return tallies;
        } finally {
            workers.shutdown();
        }
    }

    private Map<String, List<Contact>> slices(FilePiece piece) throws IOException {
        try (InputStream csv = piece.open()) {
            return Slices.read(csv, region, (code, day) -> new DayKey(keys.get(day)));
        }
    }

    private List<Tally> judge(List<Contact> contacts) {
        return new Measure(region.register(), PublicHolidays.sweden(), RuleSet.of(Edition.V2_0))
                .evaluate(contacts)
                .tallies();
    }

    /** One piece of work, that may fail. */
    private interface Work<T, R> {
        R on(T one) throws IOException;
    }

    private static <T, R> List<R> inParallel(ExecutorService workers, List<T> of, Work<T, R> work)
            throws InterruptedException, ExecutionException {
        List<Callable<R>> tasks = new ArrayList<>();
        of.forEach(one -> tasks.add(() -> work.on(one)));
        List<R> results = new ArrayList<>();
        for (Future<R> done : workers.invokeAll(tasks)) {
            results.add(done.get());
        }
        return results;
    }
}
