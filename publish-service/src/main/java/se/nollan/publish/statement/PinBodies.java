package se.nollan.publish.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.nollan.publish.figure.ResultRevision;

/** Pinned results as JSON: unit, channel, day, revision. A nation's month has seventy-five thousand; this form is short. */
final class PinBodies {

    private PinBodies() {}

    static Map<String, Map<String, Map<LocalDate, Long>>> of(List<ResultRevision> pins) {
        Map<String, Map<String, Map<LocalDate, Long>>> byUnit = new TreeMap<>();
        pins.forEach(pin -> byUnit.computeIfAbsent(pin.unit(), unit -> new TreeMap<>())
                .computeIfAbsent(pin.channel().word(), channel -> new TreeMap<>())
                .put(pin.date(), pin.revision()));
        return byUnit;
    }
}
