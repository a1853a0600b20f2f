package se.nollan.rules.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import se.nollan.rules.signals.DaySignals;
import se.nollan.rules.signals.Waits;

/** Writes the signals of a result (deploy/contracts); what is nothing is left out, most days have little of it. */
final class SignalsJson {

    private SignalsJson() {}

    static void put(ObjectNode node, DaySignals signals) {
        put(node, "demand", signals.demand());
        put(node, "full", signals.full());
        put(node, "closed", signals.closed());
        put(node, "withheld", signals.withheld());
        put(node, "withheldDone", signals.withheldDone());
        put(node, "withheldDropped", signals.withheldDropped());
        put(node, "doneWithoutCall", signals.doneWithoutCall());
        put(node, "once", signals.once());
        put(node, "twice", signals.twice());
        put(node, "more", signals.more());
        put(node, "repeatedHour", signals.repeatedHour());
        put(node, "skippedHour", signals.skippedHour());
        put(node, "unknownLine", signals.unknownLine());
        put(node, "callback", signals.callback());
        put(node, "queue", signals.queue());
    }

    private static void put(ObjectNode node, String name, long count) {
        if (count != 0) {
            node.put(name, count);
        }
    }

    private static void put(ObjectNode node, String name, SortedMap<? extends Number, Long> counts) {
        if (!counts.isEmpty()) {
            ObjectNode of = node.putObject(name);
            counts.forEach((key, count) -> of.put(key.toString(), count));
        }
    }

    private static void put(ObjectNode node, String name, Waits waits) {
        if (waits.calls() != 0) {
            ObjectNode of = node.putObject(name);
            of.put("calls", waits.calls());
            of.put("reached", waits.reached());
            of.put("seconds", waits.seconds());
            put(of, "minutes", waits.minutes());
        }
    }
}
