package se.nollan.publish.figure;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.Effect;

/**
 * Counts with whether anything was sent; the sum of nothing sent is missing, not zero.
 *
 * @param effects null when one of the results does not say what other readings would change
 */
record ChannelSum(
        FigureStatus status, Counts counts, @Nullable List<Effect> effects) {

    static ChannelSum of(Collection<ChannelSum> sums) {
        boolean reported = sums.stream().anyMatch(sum -> sum.status == FigureStatus.REPORTED);
        return new ChannelSum(
                reported ? FigureStatus.REPORTED : FigureStatus.MISSING,
                Counts.sum(sums.stream().map(ChannelSum::counts).toList()),
                Effect.sum(sums.stream().map(ChannelSum::effects).toList()));
    }

    /** phone, chat and total each by itself; S-5: chat only where it is offered. */
    static Map<Channel, ChannelSum> byChannel(List<Map<Channel, ChannelSum>> parts) {
        Map<Channel, ChannelSum> sums = new EnumMap<>(Channel.class);
        for (Channel channel : List.of(Channel.PHONE, Channel.CHAT)) {
            List<ChannelSum> ofChannel = parts.stream()
                    .map(part -> part.get(channel))
                    .filter(Objects::nonNull)
                    .toList();
            if (!ofChannel.isEmpty()) {
                sums.put(channel, of(ofChannel));
            }
        }
        sums.put(
                Channel.TOTAL,
                of(Stream.of(Channel.PHONE, Channel.CHAT)
                        .map(sums::get)
                        .filter(Objects::nonNull)
                        .toList()));
        return sums;
    }
}
