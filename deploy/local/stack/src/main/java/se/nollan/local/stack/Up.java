package se.nollan.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import se.nollan.local.parts.PartFailed;
import se.nollan.local.sample.Sample;

/** The README's first command, after the build: the whole path on this machine, from a provider's log to a statement. */
public final class Up {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Options options;
    private final Progress progress;

    private Up(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        try (Progress progress = new Progress(System.out)) {
            new Up(Options.of(arguments), progress).run();
        } catch (CannotGoOn | PartFailed e) {
            System.err.println();
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println();
            System.err.println("A file could not be read or written: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        Settings settings = new Settings(
                Settings.findRepository(), Port.standard(System.getenv()), null, options.binaries(), Map.of());
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (RunLock ignored = RunLock.take(lockFile())) {
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
            Preconditions.check(settings, temporary, options.wish().month(), today);
            progress.doing("PostgreSQL, Kafka and Keycloak, then the three services, are starting");
            Farewell farewell = Farewell.onCtrlC();
            try (Stack stack = Stack.start(settings, progress::say)) {
                farewell.to(stack);
                runMonthOrKeepLogs(stack);
                if (!options.once()) {
                    progress.close();
                    new CountDownLatch(1).await();
                }
                progress.doing("stopping what was started");
                farewell.say();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                farewell.forget();
            }
        }
    }

    /** The folder of a run goes with it; when something went wrong, its logs are what one wants to see. */
    private void runMonthOrKeepLogs(Stack stack) throws IOException {
        try {
            runMonth(stack);
        } catch (CannotGoOn | UncheckedIOException e) {
            Path logs = stack.keepLogs(stack.settings().repository().resolve("deploy/local/stack/target/logs"));
            throw new CannotGoOn(e.getMessage() + "\nThe logs of this run are in " + logs, e);
        }
    }

    private void runMonth(Stack stack) throws IOException {
        progress.doing("making up a month of a fictional region's contacts");
        Sample sample = Sample.write(options.wish(), stack.folder().resolve("sample"));
        progress.say("%,d rows in %d files, in %s"
                .formatted(
                        sample.rows(),
                        sample.deliveries().size(),
                        sample.register().getParent()));
        MonthRun month = new MonthRun(stack, sample, options.wish().month());
        month.openTheRegion();
        progress.say("coordinator-23 has imported the register and said who may act for which provider");
        progress.doing("the providers send their files, each with its own token");
        long begun = System.nanoTime();
        List<MonthRun.Sent> sent = month.send(this::report);
        month.awaitFigures(sent, progress::doing);
        long taken = System.nanoTime() - begun;
        progress.doing("coordinator-23 drafts and signs the month");
        JsonNode statement = month.sign();
        show(stack, month, statement);
        if (options.measure()) {
            System.out.println();
            Measurement.of(stack, sample, taken).forEach(System.out::println);
        }
    }

    private void report(MonthRun.Sent sent) {
        JsonNode counts = sent.submission().path("counts");
        progress.say("%s for %s: %s, %,d rows read, %,d accepted, %,d in error"
                .formatted(
                        sent.delivery().client(),
                        sent.delivery().provider(),
                        sent.submission().path("state").asText(),
                        counts.path("read").asLong(),
                        counts.path("accepted").asLong(),
                        counts.path("inError").asLong()));
    }

    private void show(Stack stack, MonthRun month, JsonNode statement) throws IOException {
        String id = statement.path("id").asText();
        Path json = stack.folder().resolve("statement-" + id + ".json");
        Path csv = stack.folder().resolve("statement-" + id + ".csv");
        JSON.writeValue(json.toFile(), statement);
        Files.writeString(csv, month.csv(id));
        progress.say("signed");
        System.out.println();
        Summary.of(statement).forEach(System.out::println);
        System.out.println();
        Addresses.of(stack, id, json, csv).forEach(System.out::println);
        if (!options.once()) {
            System.out.println();
            System.out.println("All of it stays up until you press Ctrl-C; then everything is stopped and deleted.");
        }
    }

    private static Path lockFile() {
        String cache = System.getenv().getOrDefault("NOLLAN_CACHE", "");
        Path folder = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache", "nollan") : Path.of(cache);
        return folder.resolve("stack.pid");
    }
}
