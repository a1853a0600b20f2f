package se.nollan.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The contact format as NDJSON: one object a line. A line that is no such object is an error of that row alone. */
public final class NdjsonReader implements RowReader {
    // No value of a row is longer than its line, so the parser needs no limits of its own.
    private static final JsonFactory JSON = new JsonFactory();

    private final Charset encoding;
    private final Limits limits;

    public NdjsonReader(Charset encoding, Limits limits) {
        this.encoding = encoding;
        this.limits = limits;
    }

    @Override
    public void read(InputStream body, RowSink sink) throws IOException {
        var text = StrictText.of(body, encoding);
        var lines = new LineReader(text, limits);
        @Nullable String[] values = new @Nullable String[Field.COUNT];
        var rows = 0L;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            limits.check(++rows);
            Arrays.fill(values, null);
            var wrong = parse(lines.number(), line, values);
            if (wrong == null) {
                sink.row(lines.number(), values);
            } else {
                sink.broken(wrong);
            }
        }
    }

    private static @Nullable RowFinding parse(long number, String line, @Nullable String[] values) throws IOException {
        try (var json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new RowFinding(number, null, FindingCode.NOT_AN_OBJECT, null);
            }
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                var field = Field.named(name);
                if (field == null) {
                    return RowFinding.of(number, null, FindingCode.UNKNOWN_FIELD, name);
                }
                if (values[field.ordinal()] != null) {
                    return new RowFinding(number, field, FindingCode.REPEATED_FIELD, null);
                }
                if (!value(json, field, values)) {
                    return new RowFinding(number, field, FindingCode.NOT_TEXT, null);
                }
            }
            var whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
            return whole ? null : new RowFinding(number, null, FindingCode.NOT_AN_OBJECT, null);
        } catch (JsonProcessingException e) {
            return new RowFinding(number, null, FindingCode.NOT_AN_OBJECT, null);
        }
    }

    private static boolean value(JsonParser json, Field field, @Nullable String[] values) throws IOException {
        var token = json.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return true;
        }
        if (field == Field.ATTEMPTS) {
            return attempts(json, token, values);
        }
        if (field == Field.OFFERED_SAME_DAY) {
            values[field.ordinal()] = json.getText();
            return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
        }
        if (token != JsonToken.VALUE_STRING) {
            return false;
        }
        var text = json.getText();
        values[field.ordinal()] = text.isEmpty() ? null : text;
        return true;
    }

    private static boolean attempts(JsonParser json, @Nullable JsonToken token, @Nullable String[] values)
            throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return false;
        }
        var times = new StringJoiner(" ");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return false;
            }
            times.add(json.getText());
        }
        values[Field.ATTEMPTS.ordinal()] = times.length() == 0 ? null : times.toString();
        return true;
    }
}
