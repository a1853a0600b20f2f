package se.nollan.publish.register;

import java.util.List;

/**
 * What is called or entered: a number, or a vendor's key of a queue or a chat entrance.
 *
 * @param chat whether the line carries chat; every other line carries phone
 * @param systems the source systems that may send it side by side; empty: any one of the provider's
 */
public record Line(String id, String unit, boolean chat, List<String> systems, Period period) {

    public Line {
        systems = List.copyOf(systems);
    }

    boolean isSentBy(String system) {
        return systems.isEmpty() || systems.contains(system);
    }
}
