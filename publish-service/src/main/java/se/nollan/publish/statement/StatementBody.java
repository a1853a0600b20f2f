package se.nollan.publish.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.RuleSet;

/** A statement as JSON; {@code deploy/contracts/statement.schema.json} describes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementBody(
        String id,
        String region,
        String month,
        int version,
        String state,
        String shownTo,
        @Nullable Long suppressBelow,
        String contentHash,
        @Nullable String reason,
        Instant draftedAt,
        @Nullable By draftedBy,
        @Nullable Instant signedAt,
        @Nullable By signedBy,
        List<RuleSet> ruleSets,
        long registerVersion,
        List<Long> resultRegisterVersions,
        List<FigureBody> figures,
        List<GapBody> gaps,
        List<ChangeBody> changes,
        @Nullable OutstandingBody outstanding,
        @Nullable Map<String, Map<String, Map<LocalDate, Long>>> results) {

    /** Who did it; told to the region's own people only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record By(String client, @Nullable String user) {
        static By of(Act act) {
            return new By(act.client(), act.user());
        }
    }

    /** @param suppressBelow told where figures are suppressed */
    static StatementBody of(Statement statement, Shown shown, long suppressBelow) {
        Content content = statement.content();
        boolean toRegion = shown.to() == Shown.To.REGION;
        boolean toPublic = shown.to() == Shown.To.PUBLIC;
        Act signed = statement.signed();
        return new StatementBody(
                statement.id().toString(),
                content.scope().region(),
                content.month().toString(),
                statement.id().version(),
                signed == null ? "draft" : "signed",
                shown.to().name().toLowerCase(Locale.ROOT),
                toPublic ? suppressBelow : null,
                statement.contentHash(),
                statement.reason(),
                statement.drafted().at(),
                toRegion ? By.of(statement.drafted()) : null,
                signed == null ? null : signed.at(),
                toRegion && signed != null ? By.of(signed) : null,
                content.ruleSets(),
                content.registerVersion(),
                content.resultRegisterVersions(),
                FigureBody.of(shown),
                GapBody.of(shown),
                ChangeBody.of(shown),
                signed == null && toRegion ? OutstandingBody.of(statement.outstanding()) : null,
                toPublic ? null : PinBodies.of(shown.pins()));
    }
}
