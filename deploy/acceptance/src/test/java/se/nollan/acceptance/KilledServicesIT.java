package se.nollan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import se.nollan.local.sample.Delivery;
import se.nollan.local.sample.Sample;
import se.nollan.local.stack.Api;
import se.nollan.local.stack.MonthRun;
import se.nollan.local.stack.Service;
import se.nollan.local.stack.ServiceProcess;
import se.nollan.local.stack.Stack;

/**
 * A service is killed at the worst moments and started again: the figures are those of an undisturbed run. Two months of
 * the same days take turns, so that each test changes every figure: it begins with one standing, and sends the other
 * while a service dies.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledServicesIT {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private Stack stack;
    private Variant one;
    private Variant other;
    private Variant next;

    /** A month, and what an undisturbed run makes of it. */
    private record Variant(MonthRun run, Sample sample, List<String> figures, List<String> results) {}

    @BeforeAll
    void runBothUndisturbed(Stack shared) {
        stack = shared;
        one = undisturbed(1);
        other = undisturbed(2);
        next = other;
        assertThat(one.figures()).isNotEqualTo(other.figures());
    }

    /** One of the two stands, sent in whole by the test before; this one sends the other. */
    @BeforeEach
    void takeTurns() {
        next = next == one ? other : one;
    }

    @Test
    void ingestDiesAfterStaging() throws Exception {
        CompletableFuture<MonthRun.Sent> sending;
        try (Frozen slices = Frozen.table(stack, "ingest", "slice_revision")) {
            sending = sendFirst();
            slices.awaitWaiting();
            service(Service.INGEST).kill();
        }
        assertThatThrownBy(sending::join).as("the sender has no answer").isNotNull();
        service(Service.INGEST).start();
        thenTheFiguresAreThoseOfAnUndisturbedRun();
    }

    @Test
    void ingestDiesAfterCommitBeforeTheRelaySends() throws Exception {
        try (Frozen lease = Frozen.table(stack, "ingest", "lease")) {
            sendFirst().join();
            Frozen.awaitRows(stack, "ingest", "outbox");
            lease.awaitWaiting();
            service(Service.INGEST).kill();
        }
        service(Service.INGEST).start();
        thenTheFiguresAreThoseOfAnUndisturbedRun();
    }

    @Test
    void ingestDiesAfterSendingBeforeItIsMarked() throws Exception {
        Frozen messages;
        try (Frozen lease = Frozen.table(stack, "ingest", "lease")) {
            sendFirst().join();
            messages = Frozen.rows(stack, "ingest", "outbox");
        }
        try (messages) {
            messages.awaitWaiting();
            service(Service.INGEST).kill();
        }
        service(Service.INGEST).start();
        thenTheFiguresAreThoseOfAnUndisturbedRun();
    }

    @Test
    void rulesDiesAfterASliceIsStoredBeforeEvaluation() throws Exception {
        try (Frozen results = Frozen.table(stack, "rules", "result")) {
            sendFirst().join();
            Frozen.awaitRows(stack, "rules", "dirty");
            results.awaitWaiting();
            service(Service.RULES).kill();
        }
        service(Service.RULES).start();
        thenTheFiguresAreThoseOfAnUndisturbedRun();
    }

    @Test
    void rulesDiesAfterAResultCommits() throws Exception {
        try (Frozen lease = Frozen.table(stack, "rules", "lease")) {
            sendFirst().join();
            Frozen.awaitRows(stack, "rules", "outbox");
            lease.awaitWaiting();
            service(Service.RULES).kill();
        }
        service(Service.RULES).start();
        thenTheFiguresAreThoseOfAnUndisturbedRun();
    }

    @Test
    void publishDiesWhileSigning() throws Exception {
        sendAll(next);
        Api coordinator = stack.api(Service.PUBLISH, "coordinator-23");
        String id = coordinator.post("/publish/v1/statements", """
                        {"region": "23", "month": "2026-09", "reason": "Sent anew."}""").path("id").asText();
        CompletableFuture<JsonNode> signing;
        try (Frozen statements = Frozen.table(stack, "publish", "signed_statement")) {
            signing = CompletableFuture.supplyAsync(
                    () -> coordinator.put("/publish/v1/statements/" + id + "/signature", "{}"));
            statements.awaitWaiting();
            service(Service.PUBLISH).kill();
        }
        assertThatThrownBy(signing::join).as("the coordinator has no answer").isNotNull();
        service(Service.PUBLISH).start();

        if (coordinator
                .get("/publish/v1/statements/" + id)
                .path("state")
                .asText()
                .equals("draft")) {
            coordinator.put("/publish/v1/statements/" + id + "/signature", "{}");
        }
        JsonNode signed = coordinator.get("/publish/v1/statements/" + id);
        assertThat(signed.path("state").asText()).isEqualTo("signed");
        assertThat(Figures.of(signed).lines()).isEqualTo(next.figures());
    }

    private void thenTheFiguresAreThoseOfAnUndisturbedRun() {
        sendAll(next);
        assertThat(figures()).isEqualTo(next.figures());
        assertThat(Results.of(stack, SEPTEMBER)).isEqualTo(next.results());
    }

    private Variant undisturbed(long seed) {
        Sample sample = SharedStack.write(new Sample.Wish(seed, SEPTEMBER, 3_000));
        MonthRun run = new MonthRun(stack, sample, SEPTEMBER);
        run.awaitFigures(run.send(sent -> {}), line -> {});
        return new Variant(run, sample, figures(), Results.of(stack, SEPTEMBER));
    }

    /** What a provider does when it had no answer: it sends again. Sending what stands already changes nothing. */
    private static void sendAll(Variant variant) {
        variant.run().awaitFigures(variant.run().send(sent -> {}), line -> {});
    }

    private CompletableFuture<MonthRun.Sent> sendFirst() {
        Delivery first = next.sample().deliveries().get(0);
        MonthRun run = next.run();
        return CompletableFuture.supplyAsync(() -> run.send(first));
    }

    private List<String> figures() {
        return Figures.of(stack.api(Service.PUBLISH, "coordinator-23").get("/publish/v1/months/2026-09?region=23"))
                .lines();
    }

    private ServiceProcess service(Service service) {
        return stack.service(service);
    }
}
