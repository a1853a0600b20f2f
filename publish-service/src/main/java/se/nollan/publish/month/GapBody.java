package se.nollan.publish.month;

import java.time.LocalDate;
import java.util.List;
import se.nollan.publish.figure.ReaderView;

/** Days without anything sent, as JSON. */
public record GapBody(String unit, String name, String channel, boolean wholeMonth, List<LocalDate> days) {

    public static List<GapBody> of(ReaderView readerView) {
        return readerView.gaps().stream()
                .map(gap -> new GapBody(gap.unit(), gap.name(), gap.channel().word(), gap.wholeMonth(), gap.days()))
                .toList();
    }
}
