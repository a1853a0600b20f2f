package se.nollan.local.parts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child process: the words of the command and what it finds in its environment beside ours.
 *
 * @param name what people call it
 */
record Command(String name, List<String> words, Map<String, String> environment) {

    private static final int TAIL = 25;

    /** The {@code java} that runs this JVM, so that nothing depends on what is first on the PATH. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Command(String name, List<String> words) {
        this(name, words, Map.of());
    }

    Process start(Path log) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new PartFailed(name + " could not be run: " + e.getMessage(), e);
        }
    }

    /** Runs it to its end, which must be a good one. */
    void run(Path log) {
        Process process = start(log);
        Watchdog.watch(process.pid());
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new PartFailed(name + " failed with code " + code + "." + tail(log));
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PartFailed(name + " was interrupted", e);
        } finally {
            Watchdog.forget(process.pid());
        }
    }

    /** The end of a log as text to append to a message, or nothing if there is none. */
    static String tail(Path log) {
        if (!Files.isReadable(log)) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        try {
            // Not by Files.readAllLines: a killed process may leave half a character behind.
            new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        return " The end of " + log + ":\n  " + String.join("\n  ", last);
    }
}
