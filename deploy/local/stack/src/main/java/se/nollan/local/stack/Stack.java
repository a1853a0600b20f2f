package se.nollan.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import se.nollan.local.parts.LocalParts;
import se.nollan.local.parts.Plan;

/** The parts and the three services, running. {@link #close} ends all of it and deletes its data. */
public final class Stack implements AutoCloseable {

    private final Settings settings;
    private final LocalParts parts;
    private final Path folder;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);

    private Stack(Settings settings, LocalParts parts) {
        this.settings = settings;
        this.parts = parts;
        this.folder = parts.folder().resolve("nollan");
        try {
            Files.createDirectories(folder.resolve("keys"));
            Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Service service : Service.values()) {
            services.put(service, new ServiceProcess(service, settings, parts, folder));
        }
    }

    /**
     * Starts everything, at the same time where possible, and returns when all of it is ready.
     *
     * @param tell is told in plain words what has come up, from several threads
     */
    public static Stack start(Settings settings, Consumer<String> tell) {
        LocalParts parts = LocalParts.start(plan(settings, tell));
        try {
            Stack stack = new Stack(settings, parts);
            stack.startServices(tell);
            return stack;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public LocalParts parts() {
        return parts;
    }

    public ServiceProcess service(Service service) {
        return services.get(service);
    }

    /** A service's HTTP interface with the token of a client. */
    public Api api(Service service, String client) {
        return new Api(service(service).url(), new Tokens(parts.keycloak(), client));
    }

    /** Where the services' logs and keys are, and room for files of a run. */
    public Path folder() {
        return folder;
    }

    public Settings settings() {
        return settings;
    }

    /** Copies the services' logs to a folder, which outlives the stack. */
    Path keepLogs(Path target) throws IOException {
        Files.createDirectories(target);
        for (ServiceProcess service : services.values()) {
            Files.copy(service.log(), target.resolve(service.log().getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::end);
        parts.close();
    }

    private static Plan plan(Settings settings, Consumer<String> tell) {
        Path deploy = settings.repository().resolve("deploy");
        Plan plan = LocalParts.plan()
                .postgres(Arrays.stream(Service.values()).map(Service::word).toArray(String[]::new))
                .kafka(deploy.resolve("contracts/asyncapi.yaml"))
                .keycloak(deploy.resolve("keycloak/nollan-realm.json"))
                .clients(deploy.resolve("local/fictional-clients.json"))
                .postgresPort(settings.port(Port.POSTGRES))
                .kafkaPort(settings.port(Port.KAFKA))
                .keycloakPort(settings.port(Port.KEYCLOAK))
                .tell(tell);
        return settings.folder() == null ? plan : plan.folder(settings.folder());
    }

    private void startServices(Consumer<String> tell) {
        List<CompletableFuture<Void>> starts = services.entrySet().stream()
                .map(entry -> CompletableFuture.runAsync(
                        () -> {
                            entry.getValue().start();
                            tell.accept(entry.getKey().title() + " answers on "
                                    + entry.getValue().url());
                        },
                        task -> new Thread(task, "start " + entry.getKey().title()).start()))
                .toList();
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            services.values().forEach(ServiceProcess::end);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
