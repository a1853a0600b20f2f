package se.nollan.base.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Work that one does at a time and that is asked for more often than that: who asks while it is done gets one more turn. */
public final class SerialWork {

    private static final Logger LOG = Logger.getLogger(SerialWork.class);

    private final String name;
    private final Supplier<Uni<Void>> work;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param name of the work, for the log
     * @param work does what there is to do and ends
     */
    public SerialWork(String name, Supplier<Uni<Void>> work) {
        this.name = name;
        this.work = work;
    }

    /** Does the work now, or leaves it to whoever is at it. Never fails: a failure is told, and the next that asks tries again. */
    public Uni<Void> take() {
        return asked.getAndIncrement() > 0 ? Uni.createFrom().voidItem() : turns();
    }

    private Uni<Void> turns() {
        return repeat(() -> {
            int seen = asked.get();
            return Uni.createFrom()
                    .deferred(work::get)
                    .onFailure()
                    .recoverWithItem(failure -> {
                        LOG.warnf(
                                "%s stopped for now: %s",
                                name, failure.getClass().getName());
                        return null;
                    })
                    .map(done -> !asked.compareAndSet(seen, 0));
        });
    }

    /** Does the work again for as long as it says that there is more. However often: each time begins where the last ended. */
    public static Uni<Void> repeat(Supplier<Uni<Boolean>> work) {
        return Multi.createBy()
                .repeating()
                .uni(work::get)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
