package se.nollan.ingest.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.nollan.ingest.profile.Profile.Case;
import se.nollan.ingest.profile.Profile.Choose;
import se.nollan.ingest.profile.Profile.Column;
import se.nollan.ingest.profile.Profile.Condition;
import se.nollan.ingest.profile.Profile.Constant;
import se.nollan.ingest.profile.Profile.First;
import se.nollan.ingest.profile.Profile.Join;
import se.nollan.ingest.profile.Profile.Time;
import se.nollan.ingest.profile.Profile.Value;

/** The values and conditions of a profile file. */
final class ProfileValues {
    private static final Value NOTHING = new First(List.of());
    private static final Set<String> MODIFIERS = Set.of("with", "empty", "words", "from");

    private final List<String> header;
    private final List<String> problems;

    ProfileValues(List<String> header, List<String> problems) {
        this.header = header;
        this.problems = problems;
    }

    Value value(JsonNode node, String where) {
        if (node.isTextual()) {
            return new Column(column(node.asText(), where), Set.of(), java.util.Map.of());
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!MODIFIERS.contains(key)
                    && !Set.of("column", "constant", "join", "first", "choose", "time")
                            .contains(key)) {
                problems.add(where + ": '" + key + "' means nothing here");
            }
        });
        if (node.has("column")) {
            return new Column(
                    column(node.path("column").asText(), where),
                    texts(node.path("empty")),
                    ProfileFile.map(node.path("words")));
        }
        if (node.has("constant")) {
            return new Constant(node.path("constant").asText());
        }
        if (node.has("join")) {
            return new Join(values(node.path("join"), where), node.path("with").asText(""));
        }
        if (node.has("first")) {
            return new First(values(node.path("first"), where));
        }
        if (node.has("choose")) {
            return choose(node.path("choose"), where);
        }
        if (node.has("time")) {
            return time(node, where);
        }
        problems.add(where + ": give a column's name, or one of column, constant, join, first, choose, time");
        return NOTHING;
    }

    Condition condition(JsonNode node, String where) {
        var columns = new LinkedHashMap<Integer, Set<String>>();
        node.fields().forEachRemaining(entry -> columns.put(column(entry.getKey(), where), texts(entry.getValue())));
        if (columns.isEmpty()) {
            problems.add(where + ": a condition names columns and their values");
        }
        return new Condition(columns);
    }

    private Value choose(JsonNode cases, String where) {
        var choice = new ArrayList<Case>();
        for (var one : cases) {
            var value = value(one.path("value"), where + ".choose");
            choice.add(new Case(one.has("when") ? condition(one.path("when"), where + ".choose.when") : null, value));
        }
        if (choice.isEmpty()) {
            problems.add(where + ": choose lists cases of when and value");
        }
        return new Choose(choice);
    }

    private Value time(JsonNode node, String where) {
        var empty = texts(node.path("empty"));
        var parts = new ArrayList<Value>();
        for (var name : texts(node.path("from"))) {
            parts.add(new Column(column(name, where), empty, java.util.Map.of()));
        }
        if (parts.isEmpty()) {
            problems.add(where + ": a time says from which columns it comes");
        }
        try {
            return new Time(new TimePattern(node.path("time").asText()), parts);
        } catch (IllegalArgumentException e) {
            problems.add(where + ": " + e.getMessage());
            return NOTHING;
        }
    }

    private List<Value> values(JsonNode list, String where) {
        var values = new ArrayList<Value>();
        list.forEach(one -> values.add(value(one, where)));
        if (values.isEmpty()) {
            problems.add(where + ": a list of values is empty");
        }
        return values;
    }

    private int column(String name, String where) {
        var index = header.indexOf(name);
        if (index < 0) {
            problems.add(where + ": the header has no column '" + name + "'");
            return 0;
        }
        return index;
    }

    private static Set<String> texts(JsonNode node) {
        var texts = new LinkedHashSet<String>();
        if (node.isValueNode() && !node.isMissingNode()) {
            texts.add(node.asText());
        }
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
