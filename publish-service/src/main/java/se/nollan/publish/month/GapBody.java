package se.nollan.publish.month;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import se.nollan.publish.figure.ReaderView;

/** Days without anything sent, as JSON. */
@RegisterForReflection
public record GapBody(String unit, String name, String channel, boolean wholeMonth, List<LocalDate> days) {

    public static List<GapBody> of(ReaderView readerView) {
        return readerView.gaps().stream()
                .map(gap -> new GapBody(gap.unit(), gap.name(), gap.channel().word(), gap.wholeMonth(), gap.days()))
                .toList();
    }
}
