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
        @Nullable String contentHash,
        @Nullable String hash,
        @Nullable String previousHash,
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

    static StatementBody of(Statement statement, ReaderView readerView) {
        return of(statement, readerView, null, statement.chain());
    }

    /**
     * What the public gets.
     *
     * @param suppressBelow contacts counted from which a figure is shown
     * @param chain over what the public sees
     */
    static StatementBody ofPublished(Statement signed, ReaderView readerView, long suppressBelow, Chain chain) {
        return of(signed, readerView, suppressBelow, chain);
    }

    private static StatementBody of(
            Statement statement, ReaderView readerView, @Nullable Long suppressBelow, @Nullable Chain chain) {
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
                suppressBelow,
                toRegion ? statement.contentHash() : null,
                chain == null ? null : chain.hash(),
                chain == null ? null : chain.previous(),
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
