package se.nollan.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.outbox.Rendering;
import se.nollan.base.outbox.Waiting;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.slice.UtcText;

/** Renders {@code submission} messages as things stand when they are sent: the topic keeps the newest only. */
@ApplicationScoped
class SubmissionMessages implements Rendering {
    private final SubmissionRepository submissions;
    private final ObjectMapper json;

    SubmissionMessages(SubmissionRepository submissions, ObjectMapper json) {
        this.submissions = submissions;
        this.json = json;
    }

    @Override
    public String type() {
        return Announcements.TYPE;
    }

    @Override
    public Uni<Map<Long, List<String>>> render(Session session, List<Waiting> waiting) {
        var ids = new HashSet<UUID>();
        waiting.forEach(one -> ids.add(id(one)));
        return submissions.find(session, ids).chain(found -> slices(session, ids)
                .map(slices -> {
                    var bodies = new HashMap<UUID, String>();
                    found.forEach(one -> bodies.put(one.id(), body(one, slices.getOrDefault(one.id(), List.of()))));
                    var byMessage = new HashMap<Long, List<String>>();
                    waiting.forEach(one -> byMessage.put(
                            one.id(), bodies.containsKey(id(one)) ? List.of(bodies.get(id(one))) : List.of()));
                    return byMessage;
                }));
    }

    private Uni<Map<UUID, List<Tuple>>> slices(Session session, HashSet<UUID> ids) {
        return session.createNativeQuery(SubmissionSql.LINES, Tuple.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultList()
                .map(rows -> {
                    var slices = new HashMap<UUID, List<Tuple>>();
                    rows.forEach(
                            row -> slices.computeIfAbsent(row.get("submission", UUID.class), none -> new ArrayList<>())
                                    .add(row));
                    return slices;
                });
    }

    private String body(Submission submission, List<Tuple> lines) {
        var body = json.createObjectNode()
                .put("id", submission.id().toString())
                .put("revision", submission.revision())
                .put("provider", submission.provider())
                .put("system", submission.system())
                .put("profile", submission.profile())
                .put("from", submission.from().toString())
                .put("to", submission.to().toString())
                .put("state", submission.state().word())
                .put("receivedAt", UtcText.of(submission.receivedAt()))
                .put("changedAt", UtcText.of(submission.changedAt()));
        body.set("counts", json.valueToTree(submission.counts()));
        var findings = body.putArray("findings");
        findings(submission.report())
                .forEach((rule, count) -> findings.addObject().put("rule", rule).put("count", count));
        var slices = body.putArray("slices");
        try {
            for (var line : lines) {
                ObjectNode slice = slices.addObject().put("line", line.get("line", String.class));
                var units = slice.putArray("units");
                List.of(line.get("units", String.class).split(",")).forEach(units::add);
                slice.set("days", json.readTree(line.get("days", String.class)));
            }
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Errors and warnings by rule: how many, and of no row which. */
    private static Map<String, Long> findings(Report report) {
        var byRule = new TreeMap<String, Long>();
        Stream.concat(report.errorTallies().stream(), report.warningTallies().stream())
                .forEach(tally -> byRule.merge(tally.rule(), tally.count(), Long::sum));
        return byRule;
    }

    private static UUID id(Waiting waiting) {
        return UUID.fromString(String.valueOf(waiting.message().reference()));
    }
}
