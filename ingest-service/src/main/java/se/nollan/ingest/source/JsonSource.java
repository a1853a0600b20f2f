package se.nollan.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.LineReader;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.StrictText;
import se.nollan.ingest.format.UnreadableBody;

/**
 * JSON: one object a line, objects one after the other, a list, or lists in pages.
 *
 * @param lines whether every line is an object of its own, so that a broken one is one row's error and not the file's
 * @param items the way to the items: names between dots, {@code []} after each that is a list. Each object at its end is a row; a list on the
 *     way that is empty or absent still gives one row for what holds it. Empty: the objects themselves
 */
public record JsonSource(Charset encoding, boolean lines, List<String> items, Limits limits) implements RowSource {
    private static final Pattern ITEMS = Pattern.compile("[^\\[\\].]+(\\.[^\\[\\].]+)*");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(100)
                    .build())
            .build());

    /** The segments of a path such as {@code conversations[].participants[]}; null: it is none. */
    public static @Nullable List<String> items(String path) {
        if (path.isEmpty()) {
            return List.of();
        }
        if (!path.endsWith("[]")) {
            return null;
        }
        var segments = new ArrayList<String>();
        for (var segment : path.substring(0, path.length() - 2).split("\\[]\\.?", -1)) {
            if (!ITEMS.matcher(segment).matches()) {
                return null;
            }
            segments.add(segment);
        }
        return segments;
    }

    @Override
    public @Nullable String wrongWith(String column) {
        return JsonPath.of(column) == null
                ? "a column in JSON is a path: names between dots, [0] for one of a list"
                : null;
    }

    @Override
    public void read(InputStream body, List<Column> columns, SourceRows rows) throws IOException {
        var flat = new FlatRows(inner(), columns, rows, limits);
        var any = lines ? readLines(body, flat, rows) : new Values(body, flat).read();
        if (!any) {
            throw UnreadableBody.empty();
        }
    }

    /** The lists inside an item: all but the first, which the items stand in. */
    private List<String> inner() {
        return lines || items.isEmpty() ? items : items.subList(1, items.size());
    }

    private boolean readLines(InputStream body, FlatRows flat, SourceRows rows) throws IOException {
        var reader = new LineReader(StrictText.of(body, encoding), limits);
        var any = false;
        for (var line = reader.next(); line != null; line = reader.next()) {
            if (line.isBlank()) {
                continue;
            }
            any = true;
            limits.check(reader.number());
            var item = object(line);
            if (item == null) {
                rows.broken(new RowFinding(reader.number(), null, FindingCode.NOT_AN_OBJECT, null));
            } else {
                flat.take(reader.number(), item);
            }
        }
        return any;
    }

    private static @Nullable JsonNode object(String line) {
        try (var parser = JSON.createParser(line)) {
            JsonNode node = parser.readValueAsTree();
            return node != null && node.isObject() && parser.nextToken() == null ? node : null;
        } catch (IOException broken) {
            return null;
        }
    }

    private static UnreadableBody broken(int line) {
        return new UnreadableBody(
                UnreadableBody.Reason.JSON,
                "The body is not JSON from line " + line
                        + " on, or ends in the middle. Send it whole, as the system made it.");
    }

    /** The values of a file's outermost level, read item by item. */
    private final class Values {
        private final BoundedBytes bytes;
        private final FlatRows flat;
        private final JsonParser parser;

        Values(InputStream body, FlatRows flat) throws IOException {
            this.bytes = new BoundedBytes(body);
            this.flat = flat;
            this.parser = JSON.createParser(StrictText.of(bytes, encoding));
        }

        /** Whether there was any. */
        boolean read() throws IOException {
            var any = false;
            try (parser) {
                while (parser.nextToken() != null) {
                    any = true;
                    value();
                }
            } catch (JsonProcessingException e) {
                throw broken(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            }
            return any;
        }

        /** An item, a list of them, or an object that holds their list. */
        private void value() throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value();
                }
            } else if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw broken(parser.currentLocation().getLineNr());
            } else if (items.isEmpty()) {
                item();
            } else {
                descend(List.of(items.get(0).split("\\.")));
            }
        }

        private void descend(List<String> names) throws IOException {
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                var token = parser.nextToken();
                var here = name.equals(names.get(0));
                if (here && names.size() > 1 && token == JsonToken.START_OBJECT) {
                    descend(names.subList(1, names.size()));
                } else if (here && names.size() == 1 && token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        item();
                    }
                } else {
                    parser.skipChildren();
                }
                bytes.begin();
            }
        }

        private void item() throws IOException {
            var line = parser.currentLocation().getLineNr();
            JsonNode item = parser.readValueAsTree();
            flat.take(line, item == null ? MissingNode.getInstance() : item);
            bytes.begin();
        }
    }
}
