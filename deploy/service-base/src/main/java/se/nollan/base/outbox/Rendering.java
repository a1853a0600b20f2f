package se.nollan.base.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Turns references of one type into bodies, when they are sent. A feature offers one as a CDI bean. */
public interface Rendering {

    /** The {@link Message#type()} that this renders. */
    String type();

    /**
     * Renders several messages at once, so that what they refer to can be read with one statement.
     *
     * @param session an open session; reading only
     * @param waiting messages of this type, in the order of their ids, of bounded size altogether
     * @return for each id the bodies (JSON) in the order in which they are sent; an empty list when there is nothing
     *     left to say, and the message is dropped
     */
    Uni<Map<Long, List<String>>> render(Session session, List<Waiting> waiting);
}
