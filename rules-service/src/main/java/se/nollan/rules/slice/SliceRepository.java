package se.nollan.rules.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.rules.register.RegisterVersion;

/** Stores slices by revision, and says which unit-days they touch, in the caller's transaction. */
@ApplicationScoped
public class SliceRepository {

    /** What joins the elements of a list where a list of lists cannot be bound. */
    static final String SEPARATOR = "\u001f";

    private record Head(long id, long revision) {}

    private record Stored(long id, Slice slice) {}

    private final TouchRepository touches;

    SliceRepository(TouchRepository touches) {
        this.touches = touches;
    }

    /**
     * Stores the slices that are newer than what is there, and marks what they touch. What is there already and is sent once more is
     * marked too: whoever lost what was told of it is told again. The caller holds the register and the seal.
     *
     * <p>Of a sealed day no body is kept, but what it touches is marked all the same: whoever sent it waits for progress.
     *
     * <p>Locks are taken in one order: heads by key, then unit-days of the queue.
     */
    public Uni<Void> store(Session session, Collection<Slice> received, RegisterVersion register, Seal seal) {
        Map<SliceKey, Slice> newest = new TreeMap<>();
        received.forEach(slice -> newest.merge(slice.key(), slice, (a, b) -> a.revision() >= b.revision() ? a : b));
        List<Slice> slices = List.copyOf(newest.values());
        if (slices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return heads(session, slices).chain(heads -> {
            List<Stored> newer = new ArrayList<>();
            List<TouchRepository.Touching> touching = new ArrayList<>();
            for (int i = 0; i < slices.size(); i++) {
                Slice slice = slices.get(i);
                Head head = heads.get(i);
                if (slice.revision() > head.revision) {
                    newer.add(new Stored(head.id, slice));
                }
                if (slice.revision() >= head.revision) {
                    touching.add(touching(head.id, slice, register));
                }
            }
            return touches.rewrite(session, touching, null)
                    .chain(() -> newer.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : insert(session, newer, seal).chain(() -> moveHeads(session, newer)));
        });
    }

    private static TouchRepository.Touching touching(long id, Slice slice, RegisterVersion register) {
        LocalDate day = slice.key().day();
        return new TouchRepository.Touching(id, day, register.roots(slice.lines(), slice.units(), day));
    }

    /** The heads of the slices, made where there are none, locked in the order of the slices. */
    private Uni<List<Head>> heads(Session session, List<Slice> slices) {
        return withKeys(session.createNativeQuery("""
                        insert into slice_head (provider, system, line, day)
                        select provider, system, line, day
                        from unnest(cast(:providers as text[]), cast(:systems as text[]), cast(:lines as text[]),
                                    cast(:days as date[])) as k(provider, system, line, day)
                        on conflict do nothing
                        """), slices)
                .executeUpdate()
                .chain(() -> withKeys(session.createNativeQuery("""
                                select h.id, h.revision
                                from unnest(cast(:providers as text[]), cast(:systems as text[]), cast(:lines as text[]),
                                            cast(:days as date[])) with ordinality as k(provider, system, line, day, n)
                                join slice_head h using (provider, system, line, day)
                                order by k.n
                                for no key update of h
                                """, Tuple.class), slices)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Head(row.get("id", Long.class), row.get("revision", Long.class)))
                        .toList());
    }

    private static <Q extends AbstractQuery> Q withKeys(Q query, List<Slice> slices) {
        query.setParameter("providers", column(slices, s -> s.key().provider()).toArray(String[]::new));
        query.setParameter("systems", column(slices, s -> s.key().system()).toArray(String[]::new));
        query.setParameter("lines", column(slices, s -> s.key().line()).toArray(String[]::new));
        query.setParameter("days", column(slices, s -> s.key().day()).toArray(LocalDate[]::new));
        return query;
    }

    private static <S, T> Stream<T> column(List<S> rows, Function<S, T> part) {
        return rows.stream().map(part);
    }

    private Uni<Void> insert(Session session, List<Stored> slices, Seal seal) {
        // The session binds no list of byte arrays; it binds one, and each row cuts its share.
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        Integer[] from = new Integer[slices.size()];
        Integer[] length = new Integer[slices.size()];
        for (int i = 0; i < from.length; i++) {
            Slice slice = slices.get(i).slice;
            from[i] = bodies.size() + 1;
            // A share of no length at all is null.
            if (!seal.covers(slice.key().day())) {
                length[i] = slice.body().length;
                bodies.writeBytes(slice.body());
            }
        }
        return session.createNativeQuery("""
                        insert into slice (slice_id, revision, register_version, hash, contacts, submission, body)
                        select slice_id, revision, register_version, hash, contacts, submission,
                               substring(cast(:bodies as bytea) from body_from for body_length)
                        from unnest(cast(:ids as bigint[]), cast(:revisions as bigint[]), cast(:versions as bigint[]),
                                    cast(:hashes as text[]), cast(:counts as int[]), cast(:submissions as text[]),
                                    cast(:starts as int[]), cast(:lengths as int[]))
                          as s(slice_id, revision, register_version, hash, contacts, submission, body_from, body_length)
                        """)
                .setParameter("bodies", bodies.toByteArray())
                .setParameter("ids", column(slices, Stored::id).toArray(Long[]::new))
                .setParameter(
                        "revisions", column(slices, s -> s.slice.revision()).toArray(Long[]::new))
                .setParameter(
                        "versions",
                        column(slices, s -> s.slice.registerVersion()).toArray(Long[]::new))
                .setParameter("hashes", column(slices, s -> s.slice.hash()).toArray(String[]::new))
                .setParameter("counts", column(slices, s -> s.slice.contacts()).toArray(Integer[]::new))
                .setParameter(
                        "submissions", column(slices, s -> s.slice.submission()).toArray(String[]::new))
                .setParameter("starts", from)
                .setParameter("lengths", length)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> moveHeads(Session session, List<Stored> slices) {
        return session.createNativeQuery("""
                        update slice_head h
                        set revision = s.revision,
                            lines = string_to_array(s.lines, :separator),
                            units = string_to_array(s.units, :separator)
                        from unnest(cast(:ids as bigint[]), cast(:revisions as bigint[]), cast(:lines as text[]),
                                    cast(:units as text[])) as s(id, revision, lines, units)
                        where h.id = s.id
                        """)
                .setParameter("separator", SEPARATOR)
                .setParameter("ids", column(slices, Stored::id).toArray(Long[]::new))
                .setParameter(
                        "revisions", column(slices, s -> s.slice.revision()).toArray(Long[]::new))
                .setParameter(
                        "lines",
                        column(slices, s -> String.join(SEPARATOR, s.slice.lines()))
                                .toArray(String[]::new))
                .setParameter(
                        "units",
                        column(slices, s -> String.join(SEPARATOR, s.slice.units()))
                                .toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }
}
