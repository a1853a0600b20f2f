package se.nollan.publish.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Counts;

/** A figure as JSON: without counts where it is missing or suppressed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureBody(
        String level,
        String id,
        String name,
        @Nullable String region,
        @Nullable String provider,
        @Nullable String form,
        String channel,
        String status,
        @Nullable CountsBody counts) {

    /** @param share null when nothing is counted */
    record CountsBody(
            long contactsIn,
            long hits,
            long misses,
            long counted,
            @Nullable BigDecimal share,
            long excluded,
            long merged,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ByRuleBody byRule) {

        static CountsBody of(Counts counts, boolean byRule) {
            return new CountsBody(
                    counts.contactsIn(),
                    counts.hits(),
                    counts.misses(),
                    counts.counted(),
                    counts.share(),
                    counts.excludedContacts(),
                    counts.mergedContacts(),
                    byRule ? new ByRuleBody(counts.hit(), counts.miss(), counts.excluded(), counts.merged()) : null);
        }
    }

    record ByRuleBody(
            Map<String, Long> hit, Map<String, Long> miss, Map<String, Long> excluded, Map<String, Long> merged) {}

    static List<FigureBody> of(Shown shown) {
        return shown.figures().stream()
                .map(figure -> of(figure, shown.byRule()))
                .toList();
    }

    private static FigureBody of(Figure figure, boolean byRule) {
        Subject subject = figure.subject();
        return new FigureBody(
                subject.level().word(),
                subject.id(),
                subject.name(),
                subject.region(),
                subject.provider(),
                subject.form() == null ? null : subject.form().word(),
                figure.channel().word(),
                figure.status().word(),
                figure.status() == Status.REPORTED ? CountsBody.of(figure.counts(), byRule) : null);
    }
}
