package se.nollan.publish.results;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.text.Sha256;

/** The results that stand, one of each unit, day and channel. */
@ApplicationScoped
public class ResultRepository {

    /** A row of the month as it lies in the database; turned into a result where it may take its time. */
    public record Row(
            String unit,
            LocalDate day,
            String channel,
            long revision,
            long contactsIn,
            String byRule,
            @Nullable String effects,
            String ruleSet,
            long registerVersion) {}

    private final ObjectMapper json;

    ResultRepository(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Stores those that are newer than what stands, in the place of what was put aside; the order of the keys keeps two batches from
     * blocking one another.
     */
    Uni<Void> store(Session session, Collection<ResultMessage> results) {
        Map<String, String> ruleSets = new TreeMap<>();
        Map<String, ResultMessage> newest = new TreeMap<>();
        results.forEach(result -> newest.merge(
                result.unit() + '/' + result.date() + '/' + result.channel(),
                result,
                (one, other) -> one.revision() >= other.revision() ? one : other));
        JsonArray rows = new JsonArray();
        newest.values().forEach(result -> rows.add(row(result, ruleSets)));
        JsonArray rules = new JsonArray();
        ruleSets.forEach((hash, content) -> rules.add(JsonObject.of("hash", hash, "content", content)));
        return session.createNativeQuery("""
                        insert into rule_set (hash, content)
                        select hash, content from jsonb_to_recordset(cast(cast(:rules as text) as jsonb)) as entry (hash text, content text)
                        on conflict do nothing
                        """)
                .setParameter("rules", rules.encode())
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                with stored as (
                                  insert into result (unit, day, channel, revision, contacts_in, hits, misses, excluded,
                                      merged, by_rule, effects, signals, working_days, rule_set, register_version, evaluated_at)
                                  select unit, day, channel, revision, contacts_in, hits, misses, excluded,
                                      merged, by_rule, effects, signals, working_days, rule_set, register_version, evaluated_at
                                  from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as entry (unit text, day date, channel text,
                                      revision bigint, contacts_in bigint, hits bigint, misses bigint, excluded bigint,
                                      merged bigint, by_rule text, effects text, signals text, working_days text, rule_set text,
                                      register_version bigint, evaluated_at timestamptz)
                                  on conflict (unit, day, channel) do update
                                  set revision = excluded.revision, contacts_in = excluded.contacts_in,
                                      hits = excluded.hits, misses = excluded.misses, excluded = excluded.excluded,
                                      merged = excluded.merged, by_rule = excluded.by_rule,
                                      effects = excluded.effects, signals = excluded.signals,
                                      working_days = excluded.working_days,
                                      rule_set = excluded.rule_set, register_version = excluded.register_version,
                                      evaluated_at = excluded.evaluated_at
                                  where result.revision < excluded.revision
                                  returning unit, day, channel
                                )
                                delete from result_put_aside p using stored
                                where p.unit = stored.unit and p.day = stored.day and p.channel = stored.channel
                                """)
                        .setParameter("rows", rows.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private JsonObject row(ResultMessage result, Map<String, String> ruleSets) {
        String ruleSet = write(result.ruleSet());
        String hash = Sha256.hex(ruleSet);
        ruleSets.put(hash, ruleSet);
        return new JsonObject()
                .put("unit", result.unit())
                .put("day", result.date().toString())
                .put("channel", result.channel())
                .put("revision", result.revision())
                .put("contacts_in", result.contactsIn())
                .put("hits", result.hits())
                .put("misses", result.misses())
                .put("excluded", result.excluded())
                .put("merged", result.merged())
                .put("by_rule", write(result.byRule()))
                .put("effects", writeIfThere(result.effects()))
                .put("signals", writeIfThere(result.signals()))
                .put("working_days", writeIfThere(result.workingDays()))
                .put("rule_set", hash)
                .put("register_version", result.registerVersion())
                .put("evaluated_at", result.evaluatedAt().toString());
    }

    /** The month's results of units that have ever been in the region, or that no register knows; all of them for the nation. */
    public Uni<List<Row>> month(Session session, YearMonth month, String region, boolean nation) {
        return session.createNativeQuery("""
                        select r.unit, r.day, r.channel, r.revision, r.contacts_in, r.by_rule, r.effects, r.rule_set, r.register_version
                        from result r
                        where r.day between :first and :last
                          and (:nation or not exists (select from unit_region u where u.unit = r.unit)
                            or exists (select from unit_region u where u.unit = r.unit and u.region = :region))
                        """, Tuple.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("nation", nation)
                .setParameter("region", region)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Row(
                                row.get("unit", String.class),
                                row.get("day", LocalDate.class),
                                row.get("channel", String.class),
                                row.get("revision", Long.class),
                                row.get("contacts_in", Long.class),
                                row.get("by_rule", String.class),
                                row.get("effects", String.class),
                                row.get("rule_set", String.class),
                                row.get("register_version", Long.class)))
                        .toList());
    }

    /** Every rule set by its hash; they are few, while a nation's month has seventy-five thousand results. */
    public Uni<Map<String, RuleSet>> ruleSets(Session session) {
        return session.createNativeQuery("select hash, content from rule_set", Tuple.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(toMap(
                                row -> row.get("hash", String.class),
                                row -> ruleSet(row.get("content", String.class)))));
    }

    /** Reads rows. */
    public List<DailyResult> read(Collection<Row> rows, Map<String, RuleSet> ruleSets) {
        return rows.stream()
                .map(row -> new DailyResult(
                        row.unit,
                        row.day,
                        Channel.ofResult(row.channel),
                        row.revision,
                        counts(row),
                        effects(row),
                        Objects.requireNonNull(ruleSets.get(row.ruleSet)),
                        row.registerVersion))
                .toList();
    }

    private Counts counts(Row row) {
        ResultMessage.ByRule byRule = read(row.byRule, ResultMessage.ByRule.class);
        return new Counts(row.contactsIn, byRule.hit(), byRule.miss(), byRule.excluded(), byRule.merged());
    }

    private @Nullable List<Effect> effects(Row row) {
        return row.effects == null ? null : List.of(read(row.effects, Effect[].class));
    }

    @SuppressWarnings("unchecked")
    private RuleSet ruleSet(String content) {
        return ResultMessage.ruleSet(read(content, LinkedHashMap.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String writeIfThere(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
