package se.nollan.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way from an item to a value: names between dots, {@code [0]} for one of a list. */
record JsonPath(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("([^\\[\\].]+)(?:\\[(\\d{1,4})])?");

    /** @param index which of a list; -1: the value itself */
    record Step(String name, int index) {}

    /** The path; null: the text is none. */
    static @Nullable JsonPath of(String text) {
        var steps = new ArrayList<Step>();
        for (var part : text.split("\\.", -1)) {
            var step = STEP.matcher(part);
            if (!step.matches()) {
                return null;
            }
            steps.add(new Step(step.group(1), step.group(2) == null ? -1 : Integer.parseInt(step.group(2))));
        }
        return new JsonPath(List.copyOf(steps));
    }

    /** The text there; null: nothing, or something that is no text. */
    @Nullable String text(@Nullable JsonNode from) {
        var node = from;
        for (var step : steps) {
            if (node == null) {
                return null;
            }
            node = node.get(step.name());
            if (node != null && step.index() >= 0) {
                node = node.get(step.index());
            }
        }
        return node == null ? null : Cells.text(text(node, true));
    }

    private static @Nullable String text(JsonNode node, boolean lists) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isNumber()) {
            return node.decimalValue().toPlainString();
        }
        if (node.isBoolean()) {
            return node.asText();
        }
        if (lists && node.isArray()) {
            var all = new StringJoiner(" ");
            for (var one : node) {
                var text = text(one, false);
                if (text != null) {
                    all.add(text);
                }
            }
            return all.toString();
        }
        return null;
    }
}
