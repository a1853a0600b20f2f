package se.nollan.ingest.outbox;

import java.time.Clock;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which topics the relay leaves alone for now: one that the broker does not take from us holds up no other. */
final class TopicPatience {

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
