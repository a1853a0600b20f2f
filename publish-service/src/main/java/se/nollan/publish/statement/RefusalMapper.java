package se.nollan.publish.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.month.OutstandingBody;
import se.nollan.publish.results.PutAside;
import se.nollan.publish.statement.Objection.BasisChanged;
import se.nollan.publish.statement.Objection.EvaluatedAgain;
import se.nollan.publish.statement.Objection.NotEvaluated;
import se.nollan.publish.statement.Objection.ResultsChanged;
import se.nollan.publish.statement.Objection.ResultsPutAside;
import se.nollan.publish.statement.Objection.SeveralEditions;
import se.nollan.publish.statement.Objection.Unattributed;

/** Tells a coordinator what stands in the way, as a problem of status 409. */
class RefusalMapper {

    /**
     * One objection.
     *
     * @param total how many there are
     * @param items the first of them
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectionBody(
            String kind,
            String detail,
            @Nullable Integer total,
            @Nullable List<?> items) {}

    /** A result in dead-letters. */
    @RegisterForReflection
    record PutAsideBody(String unit, String date, String channel, String reason) {
        static PutAsideBody of(PutAside aside) {
            return new PutAsideBody(aside.unit(), aside.day().toString(), aside.channel(), aside.reason());
        }
    }

    @RegisterForReflection
    record ResultBody(
            String unit,
            String date,
            String channel,
            @Nullable Long drafted,
            Long now) {
        static ResultBody of(ResultRevision resultRevision, @Nullable Long drafted, long now) {
            return new ResultBody(
                    resultRevision.unit(),
                    resultRevision.date().toString(),
                    resultRevision.channel().word(),
                    drafted,
                    now);
        }
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo request) {
        HttpProblem.Builder problem = Problems.problem(
                409,
                refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                title(refusal.kind()),
                refusal.getMessage());
        if (!refusal.objections().isEmpty()) {
            problem.with(
                    "objections",
                    refusal.objections().stream().map(RefusalMapper::body).toList());
        }
        return Problems.answer(problem.build(), request);
    }

    private static String title(Refusal.Kind kind) {
        return switch (kind) {
            case MONTH_NOT_OVER -> "The month is not over";
            case NOTHING_CAME -> "Nothing has come";
            case NOTHING_CHANGED -> "Nothing has changed";
            case REASON_MISSING -> "A correction needs a reason";
            case ALREADY_SIGNED -> "Signed already";
            case MONTH_IS_CHANGING -> "The month is changing";
            case CANNOT_BE_SIGNED -> "The statement cannot be signed";
            case SIGNER_IS_NO_PERSON -> "A person signs";
            case SIGNER_HAS_DRAFTED -> "Another one signs";
        };
    }

    private static ObjectionBody body(Objection objection) {
        if (objection instanceof NotEvaluated sent) {
            return body("not-evaluated", objection, sent.slices());
        } else if (objection instanceof ResultsPutAside aside) {
            return body(
                    "results-put-aside",
                    objection,
                    aside.results().stream().map(PutAsideBody::of).toList());
        } else if (objection instanceof EvaluatedAgain again) {
            return body("evaluated-again", objection, again.workedThrough().atWork());
        } else if (objection instanceof ResultsChanged changed) {
            return body(
                    "results-changed",
                    objection,
                    changed.results().stream()
                            .map(result -> ResultBody.of(result.result(), result.drafted(), result.now()))
                            .toList());
        } else if (objection instanceof Unattributed unattributed) {
            return body(
                    "unattributed",
                    objection,
                    unattributed.results().stream()
                            .map(resultRevision -> ResultBody.of(resultRevision, null, resultRevision.revision()))
                            .toList());
        } else if (objection instanceof SeveralEditions several) {
            return body("several-editions", objection, several.editions());
        }
        BasisChanged changed = (BasisChanged) objection;
        return new ObjectionBody(
                changed.draftedRegister() == changed.registerNow() ? "sent-changed" : "register-changed",
                changed.detail(),
                null,
                null);
    }

    private static ObjectionBody body(String kind, Objection objection, List<?> items) {
        return new ObjectionBody(
                kind,
                objection.detail(),
                items.size(),
                items.stream().limit(OutstandingBody.MOST).toList());
    }
}
