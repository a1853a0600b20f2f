package se.nollan.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.nollan.local.sample.Delivery;
import se.nollan.local.sample.Sample;

/** A month's way through a stack, step by step as the people concerned take it. */
public final class MonthRun {

    public static final String REGION = "23";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COORDINATOR = "coordinator-23";
    private static final Set<String> DEAD_ENDS = Set.of("rejected", "failed", "withdrawn", "superseded");

    /** Nothing at all has moved for so long: something is wrong. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stack stack;
    private final Sample sample;
    private final YearMonth month;

    public MonthRun(Stack stack, Sample sample, YearMonth month) {
        this.stack = stack;
        this.sample = sample;
        this.month = month;
    }

    /** A delivery that was received, and what ingest-service said of it. */
    public record Sent(Delivery delivery, JsonNode submission) {
        public String id() {
            return submission.path("id").asText();
        }
    }

    /** The coordinator imports the register and says who may act for which provider. */
    public void openTheRegion() {
        Api coordinator = stack.api(Service.INGEST, COORDINATOR);
        try {
            coordinator.replace("/ingest/v1/register?accept=fewer-units", Files.readString(sample.register()));
            JSON.readTree(sample.access().toFile())
                    .fields()
                    .forEachRemaining(entry -> coordinator.replace(
                            "/ingest/v1/providers/" + entry.getKey() + "/access",
                            entry.getValue().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Each sender sends its files with its own token, one after another; the senders all at the same time.
     *
     * @param tell is told of each answer, from several threads
     */
    public List<Sent> send(Consumer<Sent> tell) {
        Map<String, List<Delivery>> bySender = sample.deliveries().stream()
                .collect(Collectors.groupingBy(Delivery::client, LinkedHashMap::new, Collectors.toList()));
        ExecutorService senders = Executors.newFixedThreadPool(bySender.size());
        try {
            List<CompletableFuture<List<Sent>>> sending = bySender.values().stream()
                    .map(files -> CompletableFuture.supplyAsync(() -> sendInTurn(files, tell), senders))
                    .toList();
            return sending.stream().flatMap(sender -> sender.join().stream()).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            senders.shutdown();
        }
    }

    private List<Sent> sendInTurn(List<Delivery> files, Consumer<Sent> tell) {
        return files.stream().map(this::send).peek(tell).toList();
    }

    public Sent send(Delivery delivery) {
        String path = "/ingest/v1/submissions?provider=%s&system=%s&from=%s&to=%s"
                .formatted(delivery.provider(), delivery.system(), delivery.from(), delivery.to());
        List<String> headers = new ArrayList<>(List.of("Content-Type", delivery.contentType()));
        if (delivery.gzip()) {
            headers.addAll(List.of("Content-Encoding", "gzip"));
        }
        try {
            return new Sent(
                    delivery,
                    stack.api(Service.INGEST, delivery.client())
                            .post(path, BodyPublishers.ofFile(delivery.file()), headers.toArray(String[]::new)));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every submission is evaluated and publish-service has the figures. */
    public void awaitFigures(List<Sent> sent, Consumer<String> tell) {
        List<Sent> waiting = new ArrayList<>(sent);
        Patience patience = new Patience(PATIENCE);
        while (!waiting.isEmpty()) {
            if (waiting.removeIf(this::isEvaluated)) {
                patience.renew();
            }
            tell.accept("%d of %d submissions are evaluated".formatted(sent.size() - waiting.size(), sent.size()));
            patience.pause("Some submissions are still not evaluated; see the log of rules-service in " + stack.folder()
                    + ".");
        }
        tell.accept("publish-service takes in the last results");
        while (!isReady(sent)) {
            patience.pause("publish-service has not taken in all; see its log in " + stack.folder() + ".");
        }
    }

    /** Drafts and signs the month's statement, and gives it back as it was signed. */
    public JsonNode sign() {
        Api coordinator = stack.api(Service.PUBLISH, COORDINATOR);
        String order = JSON.createObjectNode()
                .put("region", REGION)
                .put("month", month.toString())
                .put("reason", "First statement of the month.")
                .toString();
        String id = coordinator.post("/publish/v1/statements", order).path("id").asText();
        coordinator.put("/publish/v1/statements/" + id + "/signature", "{}");
        return coordinator.get("/publish/v1/statements/" + id);
    }

    /** A statement as CSV. */
    public String csv(String statement) {
        return stack.api(Service.PUBLISH, COORDINATOR).get("/publish/v1/statements/" + statement, "text/csv");
    }

    private boolean isEvaluated(Sent sent) {
        JsonNode submission =
                stack.api(Service.INGEST, sent.delivery().client()).get("/ingest/v1/submissions/" + sent.id());
        String state = submission.path("state").asText();
        if (DEAD_ENDS.contains(state)) {
            throw new CannotGoOn("The submission of " + sent.delivery().file() + " is " + state + ": " + submission);
        }
        return state.equals("evaluated");
    }

    private boolean isReady(List<Sent> sent) {
        JsonNode readiness = stack.api(Service.PUBLISH, COORDINATOR)
                .get("/publish/v1/months/" + month + "/readiness?region=" + REGION);
        Set<String> evaluated = new HashSet<>();
        readiness.path("submissions").forEach(submission -> {
            if (submission.path("state").asText().equals("evaluated")) {
                evaluated.add(submission.path("id").asText());
            }
        });
        return readiness.path("ready").asBoolean() && sent.stream().allMatch(one -> evaluated.contains(one.id()));
    }
}
