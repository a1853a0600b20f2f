package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.nollan.base.security.Caller;
import se.nollan.rules.json.Bodies;
import se.nollan.rules.json.Fault;
import se.nollan.rules.json.Fields;

/** For a vendor to prove that its own report follows the PM: the vectors, and answers held against them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "conformance")
public class ConformanceResource {

    private final PublishedVectors vectors;

    ConformanceResource(PublishedVectors vectors) {
        this.vectors = vectors;
    }

    @GET
    @Path("/conformance-vectors")
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR, Caller.OPERATOR})
    @Operation(
            summary = "The conformance vectors",
            description =
                    "Small logs with what must become of them: a register, and sets of vectors, each with contacts, perhaps a"
                            + " rule set, and what is expected, in the contact format. `hash` says which vectors these are.")
    public JsonNode vectors() {
        return vectors.document();
    }

    @POST
    @Path("/conformance-runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR, Caller.OPERATOR})
    @Operation(
            summary = "Hold answers against the vectors",
            description =
                    "What a system makes of each vector: dispositions by contact, as in the vectors; or the tallies alone, if it"
                            + " cannot tell them. The report says for each vector whether it passed, and what differs, with the rule, in"
                            + " Swedish and English. Nothing is stored.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "two answers", value = Examples.ANSWERS)))
    public ConformanceReport run(byte[] body) {
        List<Fault> faults = new ArrayList<>();
        VectorAnswers answers = new VectorAnswers(new Fields(Bodies.parse(body), "", faults::add), vectors.vectors());
        if (!faults.isEmpty()) {
            throw Bodies.refused(
                    "answers-refused",
                    "The answers cannot be read",
                    "Nothing was compared. Correct what the faults say and send them again.",
                    faults);
        }
        return ConformanceRun.of(answers.system(), vectors.vectors(), vectors.hash(), answers.answers());
    }
}
