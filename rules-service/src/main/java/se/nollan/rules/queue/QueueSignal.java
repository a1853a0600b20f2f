package se.nollan.rules.queue;

import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells within this replica that unit-days were marked, so that their evaluation begins at once. */
@ApplicationScoped
public class QueueSignal {

    /** The address on the event bus. */
    public static final String SET = "unit-days.marked";

    private final EventBus bus;

    QueueSignal(EventBus bus) {
        this.bus = bus;
    }

    /** To be called after the commit. */
    public void announce() {
        bus.publish(SET, "");
    }
}
