package se.nollan.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says what is going on, and at least every two seconds that it still is. */
final class Progress implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofMillis(1_900);

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private String doing = "starting";
    private long said = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
        clock.scheduleAtFixedRate(this::tick, 200, 200, TimeUnit.MILLISECONDS);
    }

    /** Something has happened. */
    synchronized void say(String line) {
        out.printf("%4d s  %s%n", elapsed().toSeconds(), line);
        out.flush();
        said = System.nanoTime();
    }

    /** What takes time from now on; it is said at once, and again while it lasts. */
    synchronized void doing(String what) {
        if (!what.equals(doing)) {
            doing = what;
            say(what);
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private synchronized void tick() {
        if (System.nanoTime() - said > SILENCE.toNanos()) {
            say("… " + doing);
        }
    }
}
