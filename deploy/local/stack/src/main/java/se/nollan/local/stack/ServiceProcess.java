package se.nollan.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.nollan.local.parts.LocalParts;
import se.nollan.local.parts.Login;
import se.nollan.local.parts.Part;
import se.nollan.local.parts.Program;

/** A service as a child process, ready to serve after {@link #start}. */
public final class ServiceProcess implements Part {

    private static final String HEAP = "-Xmx320m";

    /**
     * The serial collector, the first compiler alone and a bounded heap: quick to start on two cores, and small enough
     * that all of the stack fits beside a browser.
     */
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", HEAP, "-XX:MaxMetaspaceSize=192m");

    private final Service service;
    private final Program program;
    private final URI readiness;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private boolean running;

    ServiceProcess(Service service, Settings settings, LocalParts parts, Path folder) {
        this.service = service;
        this.readiness = URI.create("http://127.0.0.1:" + settings.port(service.management) + "/q/health/ready");
        this.program = new Program(
                service.title(),
                settings.port(service.http),
                folder.resolve(service.title() + ".log"),
                words(service, settings, folder),
                environment(service, settings, parts, folder),
                this::isReady);
    }

    private static List<String> words(Service service, Settings settings, Path folder) {
        Path built = settings.binaries() ? service.binary(settings.repository()) : service.jar(settings.repository());
        if (!Files.exists(built)) {
            throw new CannotGoOn(service.title() + " is not built: " + built + " is missing. Run deploy/local/up.");
        }
        // What a service writes for a while is in the run's folder too, to be searched and deleted with it.
        String temporary = "-Djava.io.tmpdir=" + folder.resolve("tmp");
        if (settings.binaries()) {
            return List.of(built.toString(), HEAP, temporary);
        }
        List<String> arguments = new ArrayList<>(JVM);
        arguments.addAll(List.of(temporary, "-jar", built.toString()));
        return Program.java(arguments);
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void start() {
        program.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        program.stop();
    }

    @Override
    public void kill() {
        running = false;
        program.kill();
    }

    @Override
    public void pause() {
        program.pause();
    }

    @Override
    public void resume() {
        program.resume();
    }

    @Override
    public int port() {
        return program.port();
    }

    @Override
    public Path log() {
        return program.log();
    }

    /** Its data go with the stack, so there is nothing that it need bring in order first. */
    void end() {
        if (running) {
            kill();
        }
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted while " + service.title() + " was starting.", e);
        }
    }

    private static Map<String, String> environment(Service service, Settings settings, LocalParts parts, Path folder) {
        String database = service.word();
        Login app = parts.postgres().app(database);
        Login owner = parts.postgres().owner(database);
        Map<String, String> environment = new TreeMap<>();
        environment.put("NOLLAN_DB_URL", parts.postgres().url(database));
        environment.put("NOLLAN_DB_USER", app.user());
        environment.put("NOLLAN_DB_PASSWORD", app.password());
        environment.put("NOLLAN_DB_OWNER", owner.user());
        environment.put("NOLLAN_DB_OWNER_PASSWORD", owner.password());
        environment.put("NOLLAN_DB_MIGRATE", "true");
        environment.put("NOLLAN_KAFKA", parts.kafka().bootstrap());
        environment.put("NOLLAN_OIDC_URL", parts.keycloak().realmUrl());
        environment.put("NOLLAN_KEYCLOAK_URL", parts.keycloak().url());
        environment.put("NOLLAN_INGEST_SECRET", parts.keycloak().secret("nollan-ingest"));
        environment.put("NOLLAN_HTTP_PORT", Integer.toString(settings.port(service.http)));
        environment.put("NOLLAN_MANAGEMENT_PORT", Integer.toString(settings.port(service.management)));
        // For this machine alone: what is tried here need not be seen by a network.
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("NOLLAN_KEYS_DIR", folder.resolve("keys").toString());
        environment.putAll(settings.environment());
        return environment;
    }
}
