package se.nollan.ingest.format;

import org.jspecify.annotations.Nullable;

/** Every error has its place. */
public record Places(RowSink sink) implements RowSink {
    @Override
    public void row(long line, @Nullable String[] values) {
        sink.row(placed(line), values);
    }

    @Override
    public void skipped(long line, String because) {
        sink.skipped(placed(line), because);
    }

    @Override
    public void broken(RowFinding finding) {
        placed(finding.line());
        sink.broken(finding);
    }

    private static long placed(long line) {
        if (line < 1) {
            throw new AssertionError("A row without its place");
        }
        return line;
    }
}
