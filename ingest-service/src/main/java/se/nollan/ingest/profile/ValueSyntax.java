package se.nollan.ingest.profile;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.pseudonym.SourceNotation;

/** Values as a profile's file writes them. */
final class ValueSyntax {
    private static final Value NOTHING = new Value.First(List.of());
    private static final Set<String> KINDS =
            Set.of("column", "constant", "join", "first", "list", "choose", "time", "day", "caller");

    private final ColumnNames columns;
    private final ConditionSyntax conditions;
    private final TimeSyntax times;
    private final SourceNotation notation;

    ValueSyntax(ColumnNames columns, ConditionSyntax conditions, TimeSyntax times, SourceNotation notation) {
        this.columns = columns;
        this.conditions = conditions;
        this.times = times;
        this.notation = notation;
    }

    Value value(ProfileNode node) {
        if (node.isText()) {
            return column(node, Set.of());
        }
        var kinds = node.entries().keySet().stream().filter(KINDS::contains).toList();
        if (kinds.size() != 1) {
            node.problem(
                    "give a column's name, or one of column, constant, join, first, list, choose, time, day, caller");
            return NOTHING;
        }
        var value = value(node, kinds.get(0));
        var in = node.get("in");
        if (!in.isThere()) {
            return value;
        }
        var pick = conditions.pick(in);
        return pick.which() == RowPick.Which.ALL ? new Value.Every(pick.set(), value) : new Value.In(pick, value);
    }

    /** A column by its name. */
    Value column(ProfileNode name, Set<String> empty) {
        return new Value.Cell(columns.place(name.text(""), name), empty, null, Map.of(), null);
    }

    private Value value(ProfileNode node, String kind) {
        var said = node.get(kind);
        return switch (kind) {
            case "column" -> cell(node, said);
            case "constant" -> {
                node.allow("constant", "in");
                yield new Value.Constant(said.text(""));
            }
            case "join" -> {
                node.allow("join", "with", "in");
                yield new Value.Join(values(said), node.get("with").text(""));
            }
            case "first" -> {
                node.allow("first", "in");
                yield new Value.First(values(said));
            }
            case "list" -> {
                node.allow("list", "in");
                yield new Value.Listed(values(said));
            }
            case "choose" -> {
                node.allow("choose", "in");
                yield choose(said);
            }
            case "caller" -> {
                node.allow("caller", "in");
                yield new Value.Caller(value(said), notation);
            }
            case "day" -> {
                node.allow("day", "in");
                yield new Value.Day(times.time(said, this));
            }
            default -> times.time(node, this);
        };
    }

    private Value cell(ProfileNode node, ProfileNode said) {
        node.allow("column", "empty", "part", "words", "otherwise", "in");
        Pattern part = node.has("part") ? ConditionSyntax.pattern(node.get("part")) : null;
        var words = new LinkedHashMap<String, String>();
        node.get("words").entries().forEach((theirs, ours) -> words.put(theirs, ours.text("")));
        @Nullable String otherwise = node.has("otherwise") ? node.get("otherwise").text("") : null;
        return new Value.Cell(
                columns.place(said.text(""), said),
                Set.copyOf(node.get("empty").texts()),
                part,
                Map.copyOf(words),
                otherwise);
    }

    private Value choose(ProfileNode cases) {
        var choice = new ArrayList<Value.Case>();
        for (var one : cases.items()) {
            one.allow("when", "value");
            var value = value(one.get("value"));
            choice.add(new Value.Case(one.has("when") ? conditions.condition(one.get("when")) : null, value));
        }
        if (choice.isEmpty()) {
            cases.problem("list cases of when and value");
        }
        return new Value.Choose(choice);
    }

    private List<Value> values(ProfileNode list) {
        var values = list.items().stream().map(this::value).toList();
        if (values.isEmpty()) {
            list.problem("list at least one value");
        }
        return values;
    }
}
