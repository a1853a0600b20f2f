package se.nollan.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, to be killed. */
public final class Replica implements AutoCloseable {

    private static final Pattern HTTP = Pattern.compile("Listening on: https?://[^:]+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;

    private Replica(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one and waits until it serves. */
    public static Replica start(Map<String, String> settings) {
        Replica replica = launch(settings);
        replica.awaitReady();
        return replica;
    }

    /** Starts one with so much heap, which ends when that is not enough, as the image does; waits until it serves. */
    public static Replica withHeap(String heap, Map<String, String> settings) {
        Replica replica = launch(settings, "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError");
        replica.awaitReady();
        return replica;
    }

    /** Starts one and does not wait. */
    public static Replica launch(Map<String, String> settings) {
        return launch(settings, "-Xmx256m");
    }

    private static Replica launch(Map<String, String> settings, String... options) {
        Path jar = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        try {
            Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "replica-", ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(options));
            command.addAll(List.of("-jar", jar.toString()));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            Map<String, String> environment = builder.environment();
            Map<String, String> kept = new HashMap<>(environment);
            environment.clear();
            kept.forEach((name, value) -> {
                if (!name.startsWith("NOLLAN_") && !name.startsWith("QUARKUS_")) {
                    environment.put(name, value);
                }
            });
            environment.putAll(settings);
            return new Replica(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service ended: see " + log);
            }
            if (HTTP.matcher(text()).find()) {
                return;
            }
            sleep();
        }
        throw new IllegalStateException("The service did not come up: see " + log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Where it serves. */
    public int port() {
        Matcher listening = HTTP.matcher(text());
        if (!listening.find()) {
            throw new IllegalStateException("The service does not listen yet");
        }
        return Integer.parseInt(listening.group(1));
    }

    private String text() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing is said, nothing is finished. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    @Override
    public void close() {
        process.destroy();
        end();
    }

    private void end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
