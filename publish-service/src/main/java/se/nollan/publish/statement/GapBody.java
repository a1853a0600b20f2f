package se.nollan.publish.statement;

import java.time.LocalDate;
import java.util.List;

/** Days without anything sent, as JSON. */
record GapBody(String unit, String name, String channel, boolean wholeMonth, List<LocalDate> days) {

    static List<GapBody> of(Shown shown) {
        return shown.gaps().stream()
                .map(gap -> new GapBody(gap.unit(), gap.name(), gap.channel().word(), gap.wholeMonth(), gap.days()))
                .toList();
    }
}
