package se.nollan.local.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part that is one child process, which may have children of its own. */
abstract class ChildPart implements Part {

    private static final Duration TO_STOP = Duration.ofSeconds(60);
    private static final Duration TO_DIE = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    ChildPart(String name, int port, Path log) {
        this.name = name;
        this.port = port;
        this.log = log;
    }

    /** How the process is started, each time. */
    abstract Command command();

    /** Whether it answers; asked again and again while it starts. */
    abstract boolean answers();

    /** How long to wait until it answers. */
    abstract Duration patience();

    /** The signal that asks the process to end soon and in order. */
    String stopSignal() {
        return "TERM";
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final Path log() {
        return log;
    }

    @Override
    public synchronized void start() {
        if (process != null) {
            throw new IllegalStateException(name + " is running");
        }
        Ports.requireFree(port, name);
        Process started = command().start(log);
        Watchdog.watch(started.pid());
        process = started;
        long deadline = System.nanoTime() + patience().toNanos();
        while (!answers()) {
            if (!started.isAlive()) {
                forget(started);
                throw new PartFailed(
                        name + " ended with code " + started.exitValue() + " instead of starting." + Command.tail(log));
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new PartFailed(
                        name + " did not answer within " + patience().toSeconds() + " seconds." + Command.tail(log));
            }
            sleep(Duration.ofMillis(50));
        }
    }

    @Override
    public synchronized void stop() {
        Process running = running();
        List<ProcessHandle> all = tree(running);
        signal(stopSignal(), List.of(running.toHandle()));
        if (!await(all, TO_STOP)) {
            kill();
            throw new PartFailed(name + " did not stop within " + TO_STOP.toSeconds() + " seconds and was killed."
                    + Command.tail(log));
        }
        forget(running);
    }

    @Override
    public synchronized void kill() {
        Process running = running();
        // Frozen first, so that it has no more children while they are counted.
        signal("STOP", List.of(running.toHandle()));
        List<ProcessHandle> all = tree(running);
        all.forEach(ProcessHandle::destroyForcibly);
        if (!await(all, TO_DIE)) {
            throw new PartFailed(name + " could not be killed: " + all);
        }
        forget(running);
    }

    @Override
    public synchronized void pause() {
        Process running = running();
        signal("STOP", List.of(running.toHandle()));
        signal("STOP", tree(running));
    }

    @Override
    public synchronized void resume() {
        signal("CONT", tree(running()));
    }

    /** Ends it if it runs, even when the thread that asks has been interrupted: that is when it matters most. */
    final synchronized void end(boolean inOrder) {
        if (process == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (inOrder && process.isAlive()) {
                stop();
            } else {
                kill();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return process;
    }

    private void forget(Process ended) {
        Watchdog.forget(ended.pid());
        process = null;
    }

    private static List<ProcessHandle> tree(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private void signal(String signal, List<ProcessHandle> processes) {
        List<ProcessHandle> alive =
                processes.stream().filter(ProcessHandle::isAlive).toList();
        if (alive.isEmpty()) {
            return;
        }
        String pids = alive.stream().map(p -> Long.toString(p.pid())).collect(Collectors.joining(" "));
        // A child that ends in the meantime is no error, hence the `true`.
        new Command("kill", List.of("sh", "-c", "kill -s " + signal + " " + pids + " 2>/dev/null; true")).run(log);
    }

    private static boolean await(List<ProcessHandle> processes, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (ProcessHandle one : processes) {
                one.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while waiting for an end", e);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while waiting for a start", e);
        }
    }
}
