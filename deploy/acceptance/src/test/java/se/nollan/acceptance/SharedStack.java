package se.nollan.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.nollan.local.sample.Sample;
import se.nollan.local.stack.MonthRun;
import se.nollan.local.stack.Settings;
import se.nollan.local.stack.Stack;

/**
 * One stack for all tests of a run: started when the first asks for it, ended with the last. A test that asks for
 * {@link SampleMonth} gets it with the sample month sent in and signed.
 */
public final class SharedStack implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedStack.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The sample month as it stands, with the statement that was signed first. */
    public record SampleMonth(Stack stack, MonthRun run, Sample sample, JsonNode statement) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == SampleMonth.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        Running running = store.computeIfAbsent(Running.class, key -> new Running(), Running.class);
        return parameter.getParameter().getType() == Stack.class ? running.stack : running.month();
    }

    /** Rows, register and access in a folder of their own: what the providers have is no part of the installation. */
    static Sample write(Sample.Wish wish) {
        try {
            Sample sample = Sample.write(
                    wish, Files.createTempDirectory(Files.createDirectories(Path.of("target")), "providers-"));
            Files.write(sample.register(), JSON.writeValueAsBytes(withCallCentre(sample.register())));
            Files.write(sample.access(), JSON.writeValueAsBytes(withCallCentreAccess(sample.access())));
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The call centre of 1999 stands in the same register: one unit with one line, for that year only. */
    private static ObjectNode withCallCentre(Path register) throws IOException {
        ObjectNode all = (ObjectNode) JSON.readTree(register.toFile());
        ((ArrayNode) all.get("providers"))
                .addObject()
                .put("id", CallCentre.PROVIDER)
                .put("name", "Callcenter AB")
                .put("form", "private");
        ((ArrayNode) all.get("units"))
                .addObject()
                .put("id", CallCentre.UNIT)
                .put("name", "Callcenter")
                .put("region", MonthRun.REGION)
                .put("provider", CallCentre.PROVIDER)
                .put("type", "vardcentral")
                .put("from", "1999-01-01")
                .put("to", "1999-12-31");
        ((ArrayNode) all.get("lines"))
                .addObject()
                .put("id", "AA")
                .put("unit", CallCentre.UNIT)
                .put("kind", "main")
                .put("automatic", true);
        return all;
    }

    private static ObjectNode withCallCentreAccess(Path access) throws IOException {
        ObjectNode all = (ObjectNode) JSON.readTree(access.toFile());
        ObjectNode entry = all.putObject(CallCentre.PROVIDER);
        entry.putArray("clients").add(CallCentre.CLIENT);
        entry.putArray("groups");
        return all;
    }

    private static final class Running implements AutoCloseable {
        private final Stack stack;
        private CompletableFuture<SampleMonth> month;

        Running() {
            Path repository = Settings.findRepository();
            Settings settings = Settings.forTests()
                    .withEnvironment(Map.of(
                            "NOLLAN_EDITIONS",
                            "1999-01=2.0",
                            "NOLLAN_PROFILES_DIR",
                            repository
                                    .resolve("ingest-service/src/test/resources/profiles")
                                    .toString()));
            stack = Stack.start(settings, System.out::println);
            new MonthRun(stack, write(Sample.Wish.DEFAULT), Sample.Wish.DEFAULT.month()).openTheRegion();
        }

        /** Sent in once; if that fails, every test that needs it hears so at once. */
        synchronized SampleMonth month() {
            if (month == null) {
                month = new CompletableFuture<>();
                try {
                    month.complete(sendAndSign());
                } catch (RuntimeException e) {
                    month.completeExceptionally(e);
                }
            }
            return month.join();
        }

        private SampleMonth sendAndSign() {
            Sample sample = write(Sample.Wish.DEFAULT);
            MonthRun run = new MonthRun(stack, sample, Sample.Wish.DEFAULT.month());
            run.awaitFigures(run.send(sent -> {}), line -> {});
            return new SampleMonth(stack, run, sample, run.sign());
        }

        @Override
        public void close() {
            stack.close();
        }
    }
}
