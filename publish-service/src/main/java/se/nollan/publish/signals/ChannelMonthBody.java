package se.nollan.publish.signals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Channel;

/** A unit's month by one channel as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelMonthBody(
        long contactsIn,
        long hits,
        long counted,
        @Nullable BigDecimal share,
        Map<Integer, ? extends Map<Integer, Long>> demand,
        @Nullable Hidden hidden,
        @Nullable Withheld withheld,
        Callers callers,
        @Nullable Long doneWithoutCall,
        long repeatedHour,
        long skippedHour,
        long unknownLine,
        @Nullable WaitsBody callback,
        @Nullable WaitsBody queue,
        int daysWithoutSignals) {

    /** 1177's answers are asked for within nine minutes. */
    private static final Long NINE_MINUTES = 9L;

    /** Calls to a full and a closed queue, by local hour. */
    record Hidden(long full, long closed, Map<Integer, Long> fullByHour, Map<Integer, Long> closedByHour) {
        static Hidden of(ChannelMonth month) {
            return new Hidden(sum(month.full()), sum(month.closed()), month.full(), month.closed());
        }

        private static long sum(Map<Integer, Long> byHour) {
            return byHour.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Withheld numbers and what the vendor's system does with them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withheld(long contacts, @Nullable BigDecimal share, long done, long dropped) {
        static Withheld of(ChannelMonth month) {
            return new Withheld(
                    month.withheld(),
                    WaitsBody.share(month.withheld(), month.counts().contactsIn()),
                    month.withheldDone(),
                    month.withheldDropped());
        }
    }

    /** Numbers or individuals of a day by how many contacts they made; the share of those with more than one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Callers(
            long once, long twice, long more, @Nullable BigDecimal repeatShare) {
        static Callers of(ChannelMonth month) {
            long repeat = month.twice() + month.more();
            return new Callers(
                    month.once(), month.twice(), month.more(), WaitsBody.share(repeat, month.once() + repeat));
        }
    }

    static ChannelMonthBody of(Channel channel, ChannelMonth month, UnitSignals unit) {
        boolean phone = channel == Channel.PHONE;
        return new ChannelMonthBody(
                month.counts().contactsIn(),
                month.counts().hits(),
                month.counts().counted(),
                month.counts().share(),
                month.demand(),
                phone ? Hidden.of(month) : null,
                phone ? Withheld.of(month) : null,
                Callers.of(month),
                phone ? month.doneWithoutCall() : null,
                month.repeatedHour(),
                month.skippedHour(),
                month.unknownLine(),
                WaitsBody.of(month.callback(), unit.target()),
                WaitsBody.of(month.queue(), unit.care1177() ? NINE_MINUTES : null),
                month.daysUnknown().size());
    }
}
