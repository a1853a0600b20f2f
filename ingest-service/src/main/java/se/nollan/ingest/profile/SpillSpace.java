package se.nollan.ingest.profile;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The disk that logs which are read at the same time may use together for rows that wait. */
public final class SpillSpace {
    private final Path folder;
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most bytes */
    public SpillSpace(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /** No disk at all: what does not fit in memory is refused. */
    public static SpillSpace none() {
        return new SpillSpace(Path.of(""), 0);
    }

    /** There is no room for a log's rows just now, or the disk fails. */
    public static final class NoRoom extends RuntimeException {
        NoRoom(Throwable cause) {
            super("The disk for rows that wait cannot be used", cause);
        }

        NoRoom() {
            super("The room for rows that wait is taken");
        }
    }

    Path folder() {
        return folder;
    }

    /** @throws NoRoom when there is not so much left */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > most) {
            taken.addAndGet(-bytes);
            throw new NoRoom();
        }
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes that are taken now. */
    long taken() {
        return taken.get();
    }
}
