package se.nollan.ingest.profile;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.source.SourceRows;

/** Reads a delivery as a profile says. */
public final class ProfileReader implements RowReader {
    private static final int START = 1 << 16;

    private final Profile profile;
    private final List<LayoutReader> layouts;

    /**
     * @param until the last day that is asked for
     * @param space for what does not fit in memory while a delivery is read
     */
    public ProfileReader(Profile profile, LocalDate until, SpillSpace space) {
        this(profile, until, space, RowObserver.NONE);
    }

    /** The same, and {@code observer} sees what is read. */
    public ProfileReader(Profile profile, LocalDate until, SpillSpace space, RowObserver observer) {
        this.profile = profile;
        this.layouts = profile.layouts().stream()
                .map(layout -> new LayoutReader(layout, until, space, observer))
                .toList();
    }

    @Override
    public void read(InputStream body, RowSink sink) throws IOException {
        if (layouts.size() == 1) {
            layouts.get(0).read(body, sink);
            return;
        }
        var buffered = new BufferedInputStream(body, START);
        buffered.mark(START);
        var start = buffered.readNBytes(START - 1);
        buffered.reset();
        for (var layout : layouts) {
            if (fits(layout.layout(), start)) {
                layout.read(buffered, sink);
                return;
            }
        }
        throw new UnreadableBody(
                UnreadableBody.Reason.HEADER,
                "The file is none of those that the profile '" + profile.name()
                        + "' reads: its header has the columns of none of them. Send the files as the system made them, with their headers.");
    }

    @Override
    public void end(RowSink sink) {
        for (var layout : layouts) {
            layout.end(sink);
        }
    }

    @Override
    public void close() {
        for (var layout : layouts) {
            layout.close();
        }
    }

    private static boolean fits(Layout layout, byte[] start) throws IOException {
        try {
            layout.source().read(new ByteArrayInputStream(start), layout.columns(), new FirstRow());
            return true;
        } catch (Found found) {
            return true;
        } catch (UnreadableBody e) {
            return e.reason() != UnreadableBody.Reason.HEADER;
        }
    }

    private static final class Found extends RuntimeException {
        Found() {
            super(null, null, false, false);
        }
    }

    private static final class FirstRow implements SourceRows {
        @Override
        public void row(long place, @Nullable String[] cells) {
            throw new Found();
        }

        @Override
        public void aside(long place) {}

        @Override
        public void broken(RowFinding finding) {
            throw new Found();
        }
    }
}
