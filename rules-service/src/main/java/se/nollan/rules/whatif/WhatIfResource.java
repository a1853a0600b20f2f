package se.nollan.rules.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import se.nollan.base.http.Paging;
import se.nollan.base.security.Caller;
import se.nollan.rules.json.Bodies;
import se.nollan.rules.json.Fault;
import se.nollan.rules.json.Fields;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.memory.AnswerMemory;

/** What another reading would have given, over HTTP. */
@Path("/what-ifs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "what-ifs")
public class WhatIfResource {

    static final String EXAMPLE = """
            {
              "region": "23",
              "from": "2026-10",
              "to": "2026-10",
              "ruleSets": [{ "repeatedCases": "COUNT_EACH" }, { "requiredAttempts": 2 }, { "edition": "1.9" }]
            }
            """;

    private final WhatIfService whatIfs;
    private final PublicHolidays calendar;
    private final AnswerMemory memory;

    WhatIfResource(WhatIfService whatIfs, PublicHolidays calendar, AnswerMemory memory) {
        this.whatIfs = whatIfs;
        this.calendar = calendar;
        this.memory = memory;
    }

    @POST
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "The same contacts under other rules",
            description =
                    "For some units or a region, in some months: hits, counted and share as they are and as they would be"
                            + " under other rule sets (an edition, some switches), and which contacts moved, from which disposition and"
                            + " rule to which. Compared with each month's own rule set, or with `base`. Computed when asked; never a"
                            + " result. A provider sees its own units. `page` and `limit` are of the contacts that moved.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "three other readings", value = EXAMPLE)))
    public Uni<WhatIfAnswer> ask(
            byte[] body,
            @Parameter(description = "moved contacts on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page of them, from 1") @RestQuery @DefaultValue("1") int page) {
        Paging paging = Paging.of(page, limit);
        WhatIf asked = read(Bodies.parse(body));
        return memory.with(WhatIfBudget.BYTES, () -> whatIfs.answer(asked, paging));
    }

    private WhatIf read(JsonNode document) {
        List<Fault> faults = new ArrayList<>();
        WhatIf asked = WhatIf.read(new Fields(document, "", faults::add), calendar);
        if (!faults.isEmpty()) {
            throw Bodies.refused(
                    "what-if-refused",
                    "The question cannot be read",
                    "Nothing was judged. Correct what the faults say and send it again.",
                    faults);
        }
        return asked;
    }
}
