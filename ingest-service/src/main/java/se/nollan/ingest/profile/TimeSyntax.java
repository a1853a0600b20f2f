package se.nollan.ingest.profile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times as a profile's file writes them. */
final class TimeSyntax {
    private final @Nullable ZoneId zone;
    private final String decimal;

    /**
     * @param zone of times that say no offset; null: the profile does not say
     * @param decimal the sign before decimals
     */
    TimeSyntax(@Nullable ZoneId zone, String decimal) {
        this.zone = zone;
        this.decimal = decimal;
    }

    /** A zone by its name or offset; null: it is none. */
    static @Nullable ZoneId zone(ProfileNode node) {
        try {
            return ZoneId.of(node.text(""));
        } catch (DateTimeException e) {
            node.problem("this is a zone: Europe/Stockholm, UTC, or an offset as +01:00");
            return null;
        }
    }

    TimeValue time(ProfileNode node, ValueSyntax values) {
        node.allow("time", "from", "never", "zone", "plus", "after", "pastMidnight", "slack", "in");
        var pastMidnight = node.get("pastMidnight").flag(false);
        var notations = notations(node.get("time"), pastMidnight);
        var from = new ArrayList<Value>();
        node.get("from").items().forEach(one -> from.add(values.value(one)));
        if (from.isEmpty()) {
            node.problem("a time says from which columns it comes: from: [date, clock]");
        }
        if (!node.has("after") && node.has("slack")) {
            node.problem("slack compares with another time: after: { time: …, from: … }");
        }
        var own = node.has("zone") ? zone(node.get("zone")) : zone;
        if (own == null && notations.stream().anyMatch(one -> one.timed() && !one.saysOffset())) {
            node.problem("these times say no zone: the profile must (zone: Europe/Stockholm, or zone: UTC)");
        }
        return new TimeValue(
                notations,
                from,
                Set.copyOf(node.get("never").texts()),
                own == null ? ZoneOffset.UTC : own,
                node.has("plus") ? plus(node.get("plus"), values) : null,
                node.has("after") ? time(node.get("after"), values) : null,
                pastMidnight,
                node.get("slack").number(0, 0, 120));
    }

    private static List<TimeNotation> notations(ProfileNode node, boolean lateHours) {
        var notations = new ArrayList<TimeNotation>();
        for (var one : node.items()) {
            var text = one.text("");
            var named = TimeNotation.NAMED.get(text);
            try {
                notations.add(named != null ? named : new TimePattern(text, lateHours));
            } catch (IllegalArgumentException e) {
                one.problem(String.valueOf(e.getMessage()));
            }
        }
        if (!node.isThere()) {
            node.problem("a time says its notation: time: \"yyyy-MM-dd HH:mm:ss\"");
        }
        return notations;
    }

    private AddedTime plus(ProfileNode node, ValueSyntax values) {
        node.allow("column", "none", "unit");
        var unit = node.get("unit").text("");
        if (!List.of("ms", "s", "min", "clock").contains(unit)) {
            node.get("unit").problem("a duration says its unit: ms, s, min, or clock (h:mm:ss)");
            unit = "s";
        }
        var value =
                values.column(node.get("column"), Set.copyOf(node.get("none").texts()));
        return new AddedTime(value, AddedTime.Unit.valueOf(unit.toUpperCase(Locale.ROOT)), decimal);
    }
}
