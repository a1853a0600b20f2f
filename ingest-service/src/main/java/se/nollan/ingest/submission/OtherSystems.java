package se.nollan.ingest.submission;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.register.CurrentRegister;
import se.nollan.ingest.register.Register;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.slice.SourceRepository;
import se.nollan.ingest.slice.SourceRepository.Standing;

/** One source answers for a line on a day (the contact format, <i>Sources</i>): what another one says is ended by its name, or stands. */
@ApplicationScoped
class OtherSystems {
    private static final int LINES_TOLD = 20;

    private final SourceRepository sources;
    private final CurrentRegister currentRegister;

    OtherSystems(SourceRepository sources, CurrentRegister currentRegister) {
        this.sources = sources;
        this.currentRegister = currentRegister;
    }

    /**
     * What a submission does to other systems.
     *
     * @param refusal why it must not be put in place; null: it may
     * @param ended the source that it takes the place of; null: none stands
     */
    record Others(
            Report.@Nullable Refusal refusal, @Nullable Integer ended) {}

    Uni<Others> of(Session session, Submission submission) {
        return currentRegister.current(session).chain(register -> sources.standingOthers(
                        session, submission.id(), submission.source())
                .map(standing -> judge(submission, register, standing)));
    }

    private static Others judge(Submission submission, Register register, List<Standing> standing) {
        var unnamed = standing.stream()
                .filter(other -> !isReplaced(submission, other)
                        && !register.isSentByBoth(
                                submission.provider(), other.line(), other.day(), submission.system(), other.system()))
                .toList();
        if (!unnamed.isEmpty()) {
            return new Others(refusal(unnamed), null);
        }
        return new Others(
                null,
                standing.stream()
                        .filter(other -> isReplaced(submission, other))
                        .map(Standing::source)
                        .findFirst()
                        .orElse(null));
    }

    /** By the sender's own word, even where the register lets both send. */
    private static boolean isReplaced(Submission submission, Standing other) {
        return other.system().equals(submission.replaces());
    }

    private static Report.Refusal refusal(List<Standing> others) {
        var told = new StringBuilder();
        var lines = others.stream()
                .collect(groupingBy(
                        other -> "line " + other.line() + " by " + other.system(),
                        TreeMap::new,
                        mapping(Standing::day, toCollection(TreeSet::new))));
        lines.entrySet().stream().limit(LINES_TOLD).forEach(line -> told.append(told.isEmpty() ? "" : "; ")
                .append(line.getKey())
                .append(' ')
                .append(days(line.getValue())));
        if (lines.size() > LINES_TOLD) {
            told.append("; and ").append(lines.size() - LINES_TOLD).append(" more");
        }
        return new Report.Refusal(
                "OTHER_SYSTEM",
                "Another system of the provider has sent contacts of what this submission covers, and they stand: "
                        + told
                        + ". If this system has taken its place, say so with replaces="
                        + others.get(0).system()
                        + ". If both send side by side, ask the region to give the line to both in the register.");
    }

    private static String days(TreeSet<LocalDate> days) {
        return days.size() == 1
                ? "on " + days.first()
                : "on " + days.size() + " days from " + days.first() + " to " + days.last();
    }
}
