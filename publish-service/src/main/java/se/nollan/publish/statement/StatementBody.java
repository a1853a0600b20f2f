package se.nollan.publish.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.month.FigureBody;
import se.nollan.publish.month.GapBody;
import se.nollan.publish.month.OutstandingBody;
import se.nollan.publish.results.RuleSet;

/** A statement as JSON; {@code deploy/contracts/statement.schema.json} describes it. */
@RegisterForReflection
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
        static By of(AuditStamp auditStamp) {
            return new By(auditStamp.client(), auditStamp.user());
        }
    }

    /** @param suppressBelow told where figures are suppressed */
    static StatementBody of(Statement statement, ReaderView readerView, long suppressBelow) {
        MonthContent monthContent = statement.content();
        boolean toRegion = readerView.to() == ReaderView.To.REGION;
        boolean toPublic = readerView.to() == ReaderView.To.PUBLIC;
        AuditStamp signed = statement.signed();
        return new StatementBody(
                statement.id().toString(),
                monthContent.scope().region(),
                monthContent.month().toString(),
                statement.id().version(),
                signed == null ? "draft" : "signed",
                readerView.to().name().toLowerCase(Locale.ROOT),
                toPublic ? suppressBelow : null,
                statement.contentHash(),
                statement.reason(),
                statement.drafted().at(),
                toRegion ? By.of(statement.drafted()) : null,
                signed == null ? null : signed.at(),
                toRegion && signed != null ? By.of(signed) : null,
                monthContent.ruleSets(),
                monthContent.registerVersion(),
                monthContent.resultRegisterVersions(),
                FigureBody.of(readerView),
                GapBody.of(readerView),
                ChangeBody.of(readerView),
                signed == null && toRegion ? OutstandingBody.of(statement.outstanding()) : null,
                toPublic ? null : PinBodies.of(readerView.pins()));
    }
}
