package se.nollan.base.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Which topics the relay leaves alone for now: one that the broker does not take from us holds up no other. */
final class TopicPatience {

    private static final Logger LOG = Logger.getLogger(TopicPatience.class);

    private final Clock clock;
    private final TreeMap<String, Patience> ofTopic = new TreeMap<>();

    TopicPatience(Clock clock) {
        this.clock = clock;
    }

    synchronized Set<String> waiting() {
        Set<String> waiting = new TreeSet<>();
        ofTopic.forEach((topic, patience) -> {
            if (patience.isWaiting()) {
                waiting.add(topic);
            }
        });
        return waiting;
    }

    /** Notes what became of a batch: a topic of which messages stay is left alone for a while, one that takes them again is not. */
    void note(Set<Waiting> batch, Settlement settlement) {
        Set<String> failed = topicsOf(batch, settlement.again());
        failed.forEach(topic -> {
            if (failed(topic)) {
                LOG.warnf("Kafka does not take messages of %s: they wait in the outbox until it does", topic);
            }
        });
        Set<String> went = topicsOf(batch, settlement.sent());
        went.removeAll(failed);
        went.forEach(topic -> {
            if (succeeded(topic)) {
                LOG.infof("Messages of %s are being sent again", topic);
            }
        });
    }

    private static Set<String> topicsOf(Set<Waiting> batch, List<Long> ids) {
        Set<Long> wanted = Set.copyOf(ids);
        return batch.stream()
                .filter(waiting -> wanted.contains(waiting.id()))
                .map(waiting -> waiting.message().topic())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes a failure; whether it is the first in a row, the one to tell of. */
    synchronized boolean failed(String topic) {
        return ofTopic.computeIfAbsent(topic, key -> new Patience(clock)).failed();
    }

    /** Notes a success; whether it ends a row of failures. */
    synchronized boolean succeeded(String topic) {
        Patience patience = ofTopic.remove(topic);
        return patience != null && patience.succeeded();
    }
}
