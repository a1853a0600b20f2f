package se.nollan.ingest.format;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of bounded length: {@code BufferedReader.readLine} would put a body without line ends whole in memory. */
public final class LineReader {
    private final Reader text;
    private final Limits limits;
    private final char[] buffer = new char[8192];
    private int position;
    private int end;
    private long number;

    public LineReader(Reader text, Limits limits) {
        this.text = text;
        this.limits = limits;
    }

    /** The next line without its end; null: there is none. */
    public @Nullable String next() throws IOException {
        var line = new StringBuilder();
        number++;
        while (true) {
            if (position == end) {
                end = Math.max(0, text.read(buffer, 0, buffer.length));
                position = 0;
                if (end == 0) {
                    return line.length() == 0 ? null : line.toString();
                }
            }
            var start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.append(buffer, start, position - start);
            if (line.length() > limits.lineLength()) {
                throw limits.lineTooLong(number);
            }
            if (position < end) {
                position++;
                return line.toString();
            }
        }
    }

    /** The number of the line that was read last, from 1. */
    public long number() {
        return number;
    }
}
