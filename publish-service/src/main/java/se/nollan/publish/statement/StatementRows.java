package se.nollan.publish.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.FigureStatus;
import se.nollan.publish.figure.Gap;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.register.Form;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.Effect;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.submissions.OutstandingSlice;

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
            OutstandingSlice.class
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
    SignedRow signed(DraftRow draft, AuditStamp signed) {
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
        row.signedAt = signed.at();
        row.signedClient = signed.client();
        row.signedUser = signed.user();
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
                null);
    }

    Statement read(SignedRow row) {
        return new Statement(
                id(row.id),
                read(row.content, MonthContent.class),
                row.contentHash,
                row.reason,
                read(row.changes, CHANGES),
                List.of(),
                new AuditStamp(row.draftedAt, row.draftedClient, row.draftedUser),
                signature(row));
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
