package se.nollan.publish.month;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.FigureStatus;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.Effect;

/**
 * A figure as JSON. Where it is missing or suppressed there are no counts; where nothing is counted there is no share.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureBody(
        String level,
        String id,
        String name,
        @Nullable String region,
        @Nullable String provider,
        @Nullable String form,
        String channel,
        String status,
        @Nullable Long contactsIn,
        @Nullable Long hits,
        @Nullable Long misses,
        @Nullable Long counted,
        @Nullable BigDecimal share,
        @Nullable Long excluded,
        @Nullable Long merged,
        @Nullable ByRuleBody byRule,
        @Nullable List<EffectBody> effects) {

    record ByRuleBody(
            Map<String, Long> hit, Map<String, Long> miss, Map<String, Long> excluded, Map<String, Long> merged) {

        public static ByRuleBody of(Counts counts) {
            return new ByRuleBody(counts.hit(), counts.miss(), counts.excluded(), counts.merged());
        }
    }

    /** Another reading beside the figure as it is read: the difference of the two shares is that of the rounded ones. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EffectBody(
            String interpretation,
            String reading,
            long hits,
            long counted,
            @Nullable BigDecimal share,
            @Nullable BigDecimal shareDifference) {

        public static EffectBody of(Effect effect, Counts asRead) {
            BigDecimal share = effect.share(asRead);
            BigDecimal now = asRead.share();
            return new EffectBody(
                    effect.interpretation(),
                    effect.reading(),
                    effect.hits(),
                    effect.counted(),
                    share,
                    share == null || now == null ? null : share.subtract(now));
        }
    }

    public static List<FigureBody> of(ReaderView readerView) {
        return readerView.figures().stream()
                .map(figure -> figure.status() == FigureStatus.REPORTED
                        ? reported(figure, readerView.byRule())
                        : of(figure, null, null, null, null))
                .toList();
    }

    private static FigureBody reported(Figure figure, boolean byRule) {
        Counts counts = figure.counts();
        List<Effect> effects = byRule ? figure.effects() : null;
        return of(
                figure,
                counts,
                counts.share(),
                byRule ? ByRuleBody.of(counts) : null,
                effects == null
                        ? null
                        : effects.stream()
                                .map(effect -> EffectBody.of(effect, counts))
                                .toList());
    }

    private static FigureBody of(
            Figure figure,
            @Nullable Counts counts,
            @Nullable BigDecimal share,
            @Nullable ByRuleBody byRule,
            @Nullable List<EffectBody> effects) {
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
                counts == null ? null : counts.contactsIn(),
                counts == null ? null : counts.hits(),
                counts == null ? null : counts.misses(),
                counts == null ? null : counts.counted(),
                share,
                counts == null ? null : counts.excludedContacts(),
                counts == null ? null : counts.mergedContacts(),
                byRule,
                effects);
    }
}
