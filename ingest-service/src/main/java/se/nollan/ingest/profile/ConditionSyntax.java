package se.nollan.ingest.profile;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions as a profile's file writes them. */
final class ConditionSyntax {
    private static final Condition NEVER = new Condition.Any(List.of());
    private static final Set<String> TESTS = Set.of(
            "is",
            "not",
            "startsWith",
            "endsWith",
            "contains",
            "matches",
            "above",
            "below",
            "least",
            "most",
            "present",
            "sameAs");

    private static final int LONGEST_PATTERN = 500;
    private static final int MOST_REPETITIONS = 1_000;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?}");

    private final ColumnNames columns;
    private final String decimal;
    private final Map<String, Integer> sets = new LinkedHashMap<>();

    /** @param decimal the sign before decimals */
    ConditionSyntax(ColumnNames columns, String decimal) {
        this.columns = columns;
        this.decimal = decimal;
    }

    /** Names a set of rows that conditions may speak of. */
    void set(String name, int index) {
        sets.put(name, index);
    }

    Condition condition(ProfileNode node) {
        var all = new ArrayList<Condition>();
        for (var entry : node.entries().entrySet()) {
            if (!entry.getKey().equals("in") && !entry.getKey().equals("with")) {
                all.add(part(node, entry.getKey(), entry.getValue()));
            }
        }
        if (node.has("with") && !node.has("exists") && !node.has("lacks")) {
            node.get("with").problem("'with' goes with exists or lacks");
        }
        if (all.isEmpty()) {
            node.problem("a condition names columns and what they say");
            return NEVER;
        }
        var condition = all.size() == 1 ? all.get(0) : new Condition.All(all);
        var in = node.get("in");
        if (!in.isThere()) {
            return condition;
        }
        var pick = pick(in);
        if (pick.which() == RowPick.Which.ALL) {
            in.problem(
                    "a condition asks of one row: first … or last …; whether there is such a row at all, 'exists' asks");
        }
        return new Condition.In(pick, condition);
    }

    /** Which rows {@code first queue}, {@code last queue}, {@code all queue} or {@code queue} mean. */
    RowPick pick(ProfileNode node) {
        var words = node.text("").strip().split("\\s+");
        var which =
                switch (words.length == 2 ? words[0] : "first") {
                    case "first" -> RowPick.Which.FIRST;
                    case "last" -> RowPick.Which.LAST;
                    case "all" -> RowPick.Which.ALL;
                    default -> null;
                };
        if (which == null || words.length > 2) {
            node.problem("write first, last or all and the name of a set of rows, as 'last queue'");
            return new RowPick(RowPick.EVERY_ROW, RowPick.Which.FIRST);
        }
        return new RowPick(set(words[words.length - 1], node), which);
    }

    /** The set of rows of that name. */
    int set(String name, ProfileNode where) {
        if (name.equals(RowPick.EVERY_ROW_NAME)) {
            return RowPick.EVERY_ROW;
        }
        var set = sets.get(name);
        if (set == null) {
            where.problem("there is no set of rows '" + name + "'; group.sets has "
                    + (sets.isEmpty() ? "none" : String.join(", ", sets.keySet())) + ", and 'row' is all of them");
            return RowPick.EVERY_ROW;
        }
        return set;
    }

    private Condition part(ProfileNode node, String key, ProfileNode said) {
        return switch (key) {
            case "all" -> new Condition.All(conditions(said));
            case "any" -> new Condition.Any(conditions(said));
            case "not" -> new Condition.Not(condition(said));
            case "exists" -> exists(node, said);
            case "lacks" -> new Condition.Not(exists(node, said));
            default -> new Condition.OfCell(columns.place(key, said), test(said));
        };
    }

    private Condition exists(ProfileNode node, ProfileNode said) {
        var with = node.get("with");
        return new Condition.Exists(
                set(said.text(""), said), with.isThere() ? columns.place(with.text(""), with) : null);
    }

    private List<Condition> conditions(ProfileNode list) {
        return list.items().stream().map(this::condition).toList();
    }

    private CellTest test(ProfileNode said) {
        if (!said.isMap()) {
            return new CellTest.Is(Set.copyOf(said.texts()));
        }
        said.allow(TESTS);
        var tests = new ArrayList<CellTest>();
        said.entries().forEach((word, what) -> {
            var test = test(word, what);
            if (test != null) {
                tests.add(test);
            }
        });
        return tests.size() == 1 ? tests.get(0) : new CellTest.All(tests);
    }

    private @Nullable CellTest test(String word, ProfileNode what) {
        return switch (word) {
            case "is" -> new CellTest.Is(Set.copyOf(what.texts()));
            case "not" -> new CellTest.Not(test(what));
            case "startsWith" -> new CellTest.StartsWith(Set.copyOf(what.texts()));
            case "endsWith" -> new CellTest.EndsWith(Set.copyOf(what.texts()));
            case "contains" -> new CellTest.Contains(Set.copyOf(what.texts()));
            case "matches" -> matches(what);
            case "above" -> new CellTest.Compares(bound(what), 1, decimal);
            case "below" -> new CellTest.Compares(bound(what), -1, decimal);
            case "least" -> new CellTest.Not(new CellTest.Compares(bound(what), -1, decimal));
            case "most" -> new CellTest.Not(new CellTest.Compares(bound(what), 1, decimal));
            case "present" -> new CellTest.Present(what.flag(true));
            case "sameAs" -> new CellTest.SameAs(columns.place(what.text(""), what));
            default -> null;
        };
    }

    private static @Nullable CellTest matches(ProfileNode what) {
        var pattern = pattern(what);
        return pattern == null ? null : new CellTest.Matches(pattern);
    }

    /** A regular expression; null: it is none. */
    static @Nullable Pattern pattern(ProfileNode node) {
        var text = node.text("");
        if (text.length() > LONGEST_PATTERN || repetitions(text) > MOST_REPETITIONS) {
            node.problem("this expression is too long, or repeats a repetition too often; no more than "
                    + MOST_REPETITIONS + " times in all");
            return null;
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            node.problem("this is no regular expression (of RE2, without look-around and back-references): "
                    + e.getDescription());
            return null;
        }
    }

    /** How often the counted repetitions of an expression repeat when they stand inside each other. */
    private static long repetitions(String pattern) {
        var repetitions = 1L;
        var counted = COUNTED.matcher(pattern);
        while (counted.find() && repetitions <= MOST_REPETITIONS) {
            var most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            repetitions *= Math.max(1, Integer.parseInt(most));
        }
        return repetitions;
    }

    private static BigDecimal bound(ProfileNode node) {
        var bound = Numbers.read(node.text(""), ".");
        if (bound == null) {
            node.problem("this is a number, as 12 or 0.5");
            return BigDecimal.ZERO;
        }
        return bound;
    }
}
