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
        var text = StrictText.of(body, encoding);
        var any = lines ? readLines(text, flat, rows) : readValues(text, flat);
        if (!any) {
            throw UnreadableBody.empty();
        }
    }

    /** The lists inside an item: all but the first, which the items stand in. */
    private List<String> inner() {
        return lines || items.isEmpty() ? items : items.subList(1, items.size());
    }

    private boolean readLines(StrictText text, FlatRows flat, SourceRows rows) throws IOException {
        var reader = new LineReader(text, limits);
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

    private boolean readValues(StrictText text, FlatRows flat) throws IOException {
        var any = false;
        var bounded = new BoundedText(text);
        flat.afterEach(bounded::begin);
        try (var parser = JSON.createParser(bounded)) {
            while (parser.nextToken() != null) {
                any = true;
                value(parser, flat);
            }
        } catch (JsonProcessingException e) {
            throw broken(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        }
        return any;
    }

    /** A value of the file's outermost level: an item, a list of them, or an object that holds their list. */
    private void value(JsonParser parser, FlatRows flat) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, flat);
            }
        } else if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw broken(parser.currentLocation().getLineNr());
        } else if (items.isEmpty()) {
            item(parser, flat);
        } else {
            descend(parser, List.of(items.get(0).split("\\.")), flat);
        }
    }

    private void descend(JsonParser parser, List<String> names, FlatRows flat) throws IOException {
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            var token = parser.nextToken();
            var here = name.equals(names.get(0));
            if (here && names.size() > 1 && token == JsonToken.START_OBJECT) {
                descend(parser, names.subList(1, names.size()), flat);
            } else if (here && names.size() == 1 && token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    item(parser, flat);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void item(JsonParser parser, FlatRows flat) throws IOException {
        var line = parser.currentLocation().getLineNr();
        JsonNode item = parser.readValueAsTree();
        flat.take(line, item == null ? MissingNode.getInstance() : item);
    }

    private static UnreadableBody broken(int line) {
        return new UnreadableBody(
                UnreadableBody.Reason.JSON,
                "The body is not JSON from line " + line
                        + " on, or ends in the middle. Send it whole, as the system made it.");
    }
}
