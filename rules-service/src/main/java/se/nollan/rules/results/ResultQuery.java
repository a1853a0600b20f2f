package se.nollan.rules.results;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.security.Caller;

/** The results that stand, for whoever may read them. */
@ApplicationScoped
class ResultQuery {

    /**
     * What is asked for; null is everything.
     *
     * @param from the first day, and {@code to} the last
     */
    record Asked(
            @Nullable String unit,
            @Nullable String region,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String channel) {}

    /** A page of messages. */
    record Found(long total, List<String> bodies) {}

    /** A parameter that is null has no type of its own: each is cast. */
    private static final String WANTED = """
             from result_head h
             where (h.provider = any(cast(:providers as text[])) or h.region = any(cast(:regions as text[])))
               and (cast(:unit as text) is null or h.unit = cast(:unit as text))
               and (cast(:region as text) is null or h.region = cast(:region as text))
               and (cast(:from as date) is null or h.day >= cast(:from as date))
               and (cast(:to as date) is null or h.day <= cast(:to as date))
               and (cast(:channel as text) is null or h.channel = cast(:channel as text))
            """;

    /** By unit, day and channel. */
    Uni<Found> find(Session session, Caller caller, Asked asked, long offset, int limit) {
        return bind(session.createNativeQuery("select count(*)" + WANTED, Long.class), caller, asked)
                .getSingleResult()
                .chain(total -> bind(
                                session.createNativeQuery(
                                        "select (select r.body from result r where r.unit = h.unit and r.day = h.day"
                                                + " and r.channel = h.channel and r.revision = h.revision)" + WANTED
                                                + " order by h.unit, h.day, h.channel desc limit :limit offset :offset",
                                        String.class),
                                caller,
                                asked)
                        .setParameter("limit", limit)
                        .setParameter("offset", offset)
                        .getResultList()
                        .map(bodies -> new Found(total, bodies)));
    }

    private static <Q extends AbstractQuery> Q bind(Q query, Caller caller, Asked asked) {
        boolean provider = caller.roles().contains(Caller.PROVIDER);
        query.setParameter("providers", texts(provider ? caller.providers() : Set.of()));
        query.setParameter("regions", texts(caller.overseesSome() ? caller.regions() : Set.of()));
        query.setParameter("unit", asked.unit);
        query.setParameter("region", asked.region);
        query.setParameter("from", asked.from);
        query.setParameter("to", asked.to);
        query.setParameter("channel", asked.channel);
        return query;
    }

    private static String[] texts(Set<String> set) {
        return set.toArray(String[]::new);
    }
}
