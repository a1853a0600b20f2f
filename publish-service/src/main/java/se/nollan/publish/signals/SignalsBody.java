package se.nollan.publish.signals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.submissions.DoubtfulRows;

/** The signals of a region's units in a month, as JSON. */
record SignalsBody(String region, String month, List<UnitBody> units, List<DoubtfulRows> submissions) {

    /** One unit under one owner. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitBody(
            String unit,
            String name,
            String provider,
            @Nullable Integer workingDays,
            List<LocalDate> silentDays,
            Map<String, ChannelMonthBody> channels,
            List<SignalBody> signals) {

        static UnitBody of(UnitSignals unit) {
            Map<String, ChannelMonthBody> channels = new TreeMap<>();
            unit.channels()
                    .forEach((channel, month) ->
                            channels.put(channel.word(), ChannelMonthBody.of(channel, month, unit)));
            return new UnitBody(
                    unit.unit(),
                    unit.name(),
                    unit.provider(),
                    unit.workingDays(),
                    unit.silentDays(),
                    channels,
                    unit.signals().stream().map(SignalBody::of).toList());
        }
    }

    /** A signal in words: Swedish and English. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignalBody(String signal, @Nullable String channel, String sv, String en) {
        static SignalBody of(Signal signal) {
            return new SignalBody(
                    signal.name(),
                    signal.channel() == null ? null : signal.channel().word(),
                    signal.swedish(),
                    signal.english());
        }
    }

    static SignalsBody of(String region, YearMonth month, List<UnitSignals> units, List<DoubtfulRows> submissions) {
        return new SignalsBody(
                region, month.toString(), units.stream().map(UnitBody::of).toList(), submissions);
    }
}
