package se.nollan.rules.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.nollan.base.outbox.Message;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.results.NewResult;
import se.nollan.rules.results.ResultHead;
import se.nollan.rules.slice.SliceRevision;
import se.nollan.rules.slice.TouchedSlice;

/** What a round of evaluation tells: results that are new, and which slices are evaluated now in every unit-day that they touch. */
@ApplicationScoped
class RoundMessages {

    private final ResultJson json;

    RoundMessages(ResultJson json) {
        this.json = json;
    }

    /**
     * The messages, results before the progress that says that they are out.
     *
     * @param complete ids of slices of which progress is told
     */
    List<Message> of(
            List<NewResult> news,
            Set<Long> complete,
            Collection<TouchedSlice> evaluated,
            long registerVersion,
            Instant now) {
        List<Message> messages = new ArrayList<>();
        for (NewResult each : news) {
            if (each.body() != null) {
                ResultHead.Key key = each.standing().key();
                messages.add(Message.of(
                        "results", key.unit() + "/" + key.day() + "/" + key.channel(), "result", each.body()));
            }
        }
        Map<Long, TouchedSlice> finished = new LinkedHashMap<>();
        evaluated.stream()
                .filter(slice -> complete.contains(slice.id()))
                .forEach(slice -> finished.put(slice.id(), slice));
        Map<UnitDay, List<SliceRevision>> byUnitDay = new TreeMap<>();
        finished.values().forEach(slice -> byUnitDay
                .computeIfAbsent(slice.touched(), unitDay -> new ArrayList<>())
                .add(slice.named()));
        byUnitDay.forEach((unitDay, named) -> messages.add(Message.of(
                "progress", unitDay.root(), "progress", json.progress(unitDay, registerVersion, named, now))));
        return messages;
    }
}
