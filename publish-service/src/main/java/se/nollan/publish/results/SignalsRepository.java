package se.nollan.publish.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** What goes with the results of a region: all of a month's, and the counts of the months before it. */
@ApplicationScoped
public class SignalsRepository {

    /** A row as it lies in the database; turned into what it says where it may take its time. */
    public record Row(
            String unit,
            LocalDate day,
            String channel,
            long contactsIn,
            String byRule,
            @Nullable String signals) {}

    private final ObjectMapper json;

    SignalsRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Results of units that have ever been in the region, from the first of {@code from} to the end of {@code month}. */
    public Uni<List<Row>> rows(Session session, YearMonth from, YearMonth month, String region) {
        return session.createNativeQuery("""
                        select r.unit, r.day, r.channel, r.contacts_in, r.by_rule,
                            case when r.day >= :first then r.signals end as signals
                        from result r
                        where r.day between :from and :last
                          and exists (select from unit_region u where u.unit = r.unit and u.region = :region)
                        order by r.unit, r.day, r.channel
                        """, Tuple.class)
                .setParameter("from", from.atDay(1))
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("region", region)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Row(
                                row.get("unit", String.class),
                                row.get("day", LocalDate.class),
                                row.get("channel", String.class),
                                row.get("contacts_in", Long.class),
                                row.get("by_rule", String.class),
                                row.get("signals", String.class)))
                        .toList());
    }

    /** The month's working days, as the result that was evaluated last in the region names them; none when none does. */
    public Uni<Set<Integer>> workingDays(Session session, YearMonth month, String region) {
        return session.createNativeQuery("""
                        select r.working_days
                        from result r
                        where r.day between :first and :last and r.working_days is not null
                          and exists (select from unit_region u where u.unit = r.unit and u.region = :region)
                        order by r.evaluated_at desc
                        limit 1
                        """, String.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("region", region)
                .getSingleResultOrNull()
                .map(days -> days == null ? Set.of() : Set.of(read(days, Integer[].class)));
    }

    /** Reads rows. */
    public List<DailySignals> read(Collection<Row> rows) {
        return rows.stream()
                .map(row -> new DailySignals(
                        row.unit,
                        row.day,
                        Channel.ofResult(row.channel),
                        counts(row),
                        row.signals == null
                                ? null
                                : read(row.signals, SignalsMessage.class).toSignals()))
                .toList();
    }

    private Counts counts(Row row) {
        ResultMessage.ByRule byRule = read(row.byRule, ResultMessage.ByRule.class);
        return new Counts(row.contactsIn, byRule.hit(), byRule.miss(), byRule.excluded(), byRule.merged());
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
