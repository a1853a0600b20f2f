package se.nollan.ingest.profile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.pseudonym.SourceNotation;

/** One kind of file as a profile's file writes it. */
final class LayoutSyntax {
    private static final Set<String> KEYS =
            Set.of("file", "columns", "optional", "empty", "until", "skip", "refuse", "group", "fields");

    private final @Nullable ZoneId zone;
    private final String decimal;
    private final SourceNotation notation;
    private final Limits limits;

    LayoutSyntax(@Nullable ZoneId zone, String decimal, SourceNotation notation, Limits limits) {
        this.zone = zone;
        this.decimal = decimal;
        this.notation = notation;
        this.limits = limits;
    }

    /** @param more keys that may stand beside a layout's */
    Layout layout(ProfileNode node, Set<String> more) {
        var keys = new HashSet<>(KEYS);
        keys.addAll(more);
        node.allow(keys);
        var said = node.get("columns");
        @Nullable List<String> inOrder = said.isThere() && !said.isMap() ? said.texts() : null;
        if (inOrder != null && inOrder.size() != Set.copyOf(inOrder).size()) {
            said.problem("lists the columns of a file without a header in order, each name once");
        }
        var source = SourceSyntax.source(node.get("file"), inOrder, limits);
        var columns = new ColumnNames(source, inOrder);
        if (said.isMap()) {
            said.entries().forEach((name, column) -> columns.name(name, column.text("")));
        }
        node.get("optional").texts().forEach(columns::letBeAbsent);
        var conditions = new ConditionSyntax(columns, decimal);
        var values = new ValueSyntax(columns, conditions, new TimeSyntax(zone, decimal), notation);
        var until = node.has("until") ? conditions.condition(node.get("until")) : null;
        var skip = exclusions(node.get("skip"), conditions);
        var refuse = exclusions(node.get("refuse"), conditions);
        var grouping = node.has("group") ? grouping(node.get("group"), conditions, values) : null;
        var fields = fields(node.get("fields"), values);
        var empty = Set.copyOf(node.get("empty").texts());
        return new Layout(source, columns.used(), empty, until, skip, refuse, grouping, fields);
    }

    private static List<Exclusion> exclusions(ProfileNode list, ConditionSyntax conditions) {
        return list.items().stream()
                .map(one -> {
                    if (one.has("when")) {
                        one.allow("when", "because");
                        return new Exclusion(
                                conditions.condition(one.get("when")),
                                one.get("because").text("line " + one.line() + " of the profile"));
                    }
                    return new Exclusion(conditions.condition(one), "line " + one.line() + " of the profile");
                })
                .toList();
    }

    private static Grouping grouping(ProfileNode node, ConditionSyntax conditions, ValueSyntax values) {
        node.allow("by", "order", "versions", "sets", "opens", "skip");
        var by = node.get("by").items().stream().map(values::value).toList();
        if (by.isEmpty()) {
            node.problem("by: says which columns the rows of a contact have in common");
        }
        // What says where a row belongs and stands is asked of the row alone: there are no sets yet.
        var order = node.get("order").items().stream().map(values::value).toList();
        var versions = node.has("versions") ? versions(node.get("versions"), values) : null;
        var sets = new ArrayList<Condition>();
        node.get("sets").entries().forEach((name, which) -> {
            if (name.equals(RowPick.EVERY_ROW_NAME)) {
                which.problem("'row' means all rows already");
            }
            sets.add(conditions.condition(which));
            conditions.set(name, sets.size() - 1);
        });
        var opens = node.get("opens");
        if (opens.text("").equals(RowPick.EVERY_ROW_NAME)) {
            opens.problem("every row would be a contact: leave 'group' out for that");
        }
        return new Grouping(
                by,
                order,
                versions,
                List.copyOf(sets),
                opens.isThere() ? conditions.set(opens.text(""), opens) : null,
                exclusions(node.get("skip"), conditions));
    }

    private static Grouping.Versions versions(ProfileNode node, ValueSyntax values) {
        node.allow("of", "latest", "together");
        return new Grouping.Versions(
                node.get("of").items().stream().map(values::value).toList(),
                values.value(node.get("latest")),
                node.has("together") ? values.value(node.get("together")) : null);
    }

    private static Map<Field, Value> fields(ProfileNode node, ValueSyntax values) {
        var fields = new EnumMap<Field, Value>(Field.class);
        node.entries().forEach((name, said) -> {
            var field = Field.named(name);
            if (field == null) {
                said.problem("the contact format has no such field");
            } else {
                fields.put(field, values.value(field == Field.ID && said.has("hashed") ? said.get("hashed") : said));
            }
        });
        for (var required : Field.REQUIRED) {
            if (!fields.containsKey(required)) {
                node.problem("'" + required.label() + "' is required");
            }
        }
        checkWord(node, fields, Field.CHANNEL, word -> Channel.of(word) != null);
        checkWord(node, fields, Field.KIND, Channel::anyKnows);
        return Map.copyOf(fields);
    }

    // A misspelt constant would put every row in error; better said at once.
    private static void checkWord(ProfileNode node, Map<Field, Value> fields, Field field, Predicate<String> known) {
        for (var word : words(fields.get(field), new LinkedHashSet<>())) {
            if (!known.test(word)) {
                node.get(field.label()).problem("'" + word + "' is not one of its words");
            }
        }
    }

    private static Set<String> words(@Nullable Value value, Set<String> found) {
        if (value instanceof Value.Constant constant) {
            found.add(constant.value());
        } else if (value instanceof Value.Cell cell) {
            found.addAll(cell.words().values());
            if (cell.otherwise() != null) {
                found.add(cell.otherwise());
            }
        } else if (value instanceof Value.Choose choose) {
            choose.cases().forEach(one -> words(one.value(), found));
        } else if (value instanceof Value.First first) {
            first.of().forEach(one -> words(one, found));
        } else if (value instanceof Value.In in) {
            words(in.value(), found);
        }
        return found;
    }
}
