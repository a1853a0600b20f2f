package se.nollan.publish;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One more replica of the packaged service, that can be killed. */
public final class Replica implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = freePort();
    private final Process process;

    /** Starts it with the settings of the parts, and returns when it answers. */
    Replica() {
        this("256m");
    }

    /** The same with so much heap; it ends when that is not enough, as the image does. */
    Replica(String heap) {
        this(heap, Map.of());
    }

    /** The same with some settings changed. */
    public Replica(String heap, Map<String, String> changed) {
        Map<String, String> settings = PublishParts.settings();
        settings.putAll(changed);
        settings.put("NOLLAN_HTTP_PORT", String.valueOf(port));
        settings.put("NOLLAN_MANAGEMENT_PORT", String.valueOf(freePort()));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        PublishParts.root()
                                .resolve("publish-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> get("/publish/v1/api-info") == 200);
    }

    public int port() {
        return port;
    }

    int get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Asks it to sign, and does not wait for the answer. */
    CompletableFuture<Integer> sign(String id) {
        String token = PublishParts.parts().keycloak().token("coordinator-23");
        return HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + "/publish/v1/statements/" + id + "/signature"))
                                .header("Authorization", "Bearer " + token)
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
