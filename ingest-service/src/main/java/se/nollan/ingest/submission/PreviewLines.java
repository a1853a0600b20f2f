package se.nollan.ingest.submission;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.KnownLines;

/** Lines for a preview: those that the register knows, and any other as if it knew it, since it is the profile that is looked at. */
public final class PreviewLines implements KnownLines {
    private final @Nullable KnownLines register;
    private final Map<String, Long> unknown = new TreeMap<>();
    private Channel channel = Channel.PHONE;

    /** @param register null: no system was named */
    public PreviewLines(@Nullable KnownLines register) {
        this.register = register;
    }

    /** What the next row says of itself. */
    void row(@Nullable String[] values) {
        var word = values[Field.CHANNEL.ordinal()];
        var said = word == null ? null : Channel.of(word);
        channel = said == null ? Channel.PHONE : said;
    }

    /** What the log calls lines that the register does not know, and how many contacts each has. */
    public Map<String, Long> unknown() {
        return unknown;
    }

    @Override
    public Line line(String key, LocalDate day) {
        var known = register == null ? null : register.line(key, day);
        if (known != null) {
            return known;
        }
        unknown.merge(key, 1L, Long::sum);
        return new Line(key, "", "", channel, Standing.COVERED);
    }

    @Override
    public Line firstLine(String key, LocalDate day) {
        var known = register == null ? null : register.firstLine(key, day);
        return known != null ? known : new Line(key, "", "", Channel.CHAT, Standing.COVERED);
    }
}
