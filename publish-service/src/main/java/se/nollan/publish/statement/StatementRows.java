package se.nollan.publish.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.FigureStatus;
import se.nollan.publish.figure.Gap;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.register.Form;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.Effect;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.suppression.Cell;
import se.nollan.publish.suppression.Count;
import se.nollan.publish.suppression.Disclosure;
import se.nollan.publish.suppression.Group;

/** Turns statements into rows and back. What a statement says is kept as JSON of its content. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            MonthContent.class,
            Scope.class,
            Figure.class,
            Subject.class,
            Level.class,
            FigureStatus.class,
            Form.class,
            Channel.class,
            Counts.class,
            Effect.class,
            RuleSet.class,
            Gap.class,
            ResultRevision.class,
            FigureChange.class,
            FigureChange.Brief.class,
            OutstandingSlice.class,
            Disclosure.class,
            Group.class,
            Count.class,
            Cell.class
        })
class StatementRows {

    private static final TypeReference<List<FigureChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<OutstandingSlice>> SLICES = new TypeReference<>() {};

    private final ObjectMapper json;

    StatementRows(ObjectMapper json) {
        this.json = json;
    }

    DraftRow draft(Statement statement) {
        DraftRow row = new DraftRow();
        row.id = statement.id().toString();
        row.region = statement.id().scope().region();
        row.month = statement.id().month().toString();
        row.version = statement.id().version();
        row.content = write(statement.content());
        row.contentHash = statement.contentHash();
        row.reason = statement.reason();
        row.changes = write(statement.changes());
        row.outstanding = write(statement.outstanding());
        row.draftedAt = statement.drafted().at();
        row.draftedClient = statement.drafted().client();
        row.draftedUser = statement.drafted().user();
        return row;
    }

    /** The signed row takes the draft's text as it is: what is signed is what was drafted, to the letter. */
    SignedRow signed(DraftRow draft, Statement signed) {
        AuditStamp by = Objects.requireNonNull(signed.signed());
        Chain chain = Objects.requireNonNull(signed.chain());
        SignedRow row = new SignedRow();
        row.id = draft.id;
        row.region = draft.region;
        row.month = draft.month;
        row.version = draft.version;
        row.content = draft.content;
        row.contentHash = draft.contentHash;
        row.reason = draft.reason;
        row.changes = draft.changes;
        row.draftedAt = draft.draftedAt;
        row.draftedClient = draft.draftedClient;
        row.draftedUser = draft.draftedUser;
        row.signedAt = by.at();
        row.signedClient = by.client();
        row.signedUser = by.user();
        row.hash = chain.hash();
        row.previousHash = chain.previous();
        return row;
    }

    Statement read(DraftRow row) {
        return new Statement(
                id(row.id),
                read(row.content, MonthContent.class),
                row.contentHash,
                row.reason,
                read(row.changes, CHANGES),
                read(row.outstanding, SLICES),
                new AuditStamp(row.draftedAt, row.draftedClient, row.draftedUser),
                null,
                null);
    }

    /** Refuses to serve what does not say any longer what was signed. */
    Statement read(SignedRow row) {
        Statement signed = new Statement(
                id(row.id),
                read(row.content, MonthContent.class),
                row.contentHash,
                row.reason,
                read(row.changes, CHANGES),
                List.of(),
                new AuditStamp(row.draftedAt, row.draftedClient, row.draftedUser),
                signature(row),
                row.hash == null ? null : new Chain(row.hash, row.previousHash));
        if (!signed.isIntact()) {
            throw altered(row.id);
        }
        return signed;
    }

    /**
     * What the public gets of a signed statement.
     *
     * @param earlier what has been told of the month
     * @param previous what the public got of the version before; null of the first
     */
    PublishedRow published(Statement signed, long suppressBelow, List<String> earlier, @Nullable String previous) {
        Disclosure disclosure = Disclosure.of(
                signed.content().figures(),
                suppressBelow,
                earlier.stream().map(told -> read(told, Disclosure.class)).toList());
        ReaderView view = ReaderView.toPublic(
                signed.content(),
                signed.changes(),
                disclosure.hidden(signed.content().figures()));
        PublishedRow row = new PublishedRow();
        row.id = signed.id().toString();
        row.region = signed.id().scope().region();
        row.month = signed.id().month().toString();
        row.version = signed.id().version();
        row.disclosure = write(disclosure);
        row.hash = StatementHash.ofView(signed, view, suppressBelow, previous);
        row.previousHash = previous;
        PublicForm body = PublicForm.of(
                write(StatementBody.ofPublished(signed, view, suppressBelow, new Chain(row.hash, previous))));
        row.json = body.text();
        row.jsonTag = body.tag();
        PublicForm table = PublicForm.of(StatementCsv.of(signed, view));
        row.csv = table.text();
        row.csvTag = table.tag();
        return row;
    }

    static HttpProblem altered(String id) {
        return Problems.problem(
                        500,
                        "statement-altered",
                        "The statement is not what was signed",
                        id + " has been changed where it is stored: its hash is another. Nothing is shown of it;"
                                + " tell the region.")
                .build();
    }

    static AuditStamp signature(SignedRow row) {
        return new AuditStamp(row.signedAt, row.signedClient, row.signedUser);
    }

    private static StatementId id(String id) {
        return StatementId.parse(id).orElseThrow(() -> new IllegalStateException("not an id of a statement: " + id));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
