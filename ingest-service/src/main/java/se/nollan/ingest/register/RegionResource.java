package se.nollan.ingest.register;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.nollan.base.region.Region;
import se.nollan.base.security.Caller;

/** The regions and their numbers. */
@Path("/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class RegionResource {

    /**
     * A region.
     *
     * @param county the county code, by which Nollan knows it
     * @param skr SKR's Regionkod
     * @param kolada Kolada's id
     */
    @RegisterForReflection
    public record RegionView(String county, String skr, String kolada, String name) {}

    @GET
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR, Caller.PROVIDER, Caller.OPERATOR})
    @Operation(
            summary = "List the regions and their numbers",
            description =
                    "County code, SKR's Regionkod and Kolada's id. The first two are not the same: 23 is Jämtland Härjedalen by the"
                            + " one and Kronoberg by the other.")
    public List<RegionView> regions() {
        return Arrays.stream(Region.values())
                .map(region -> new RegionView(region.county(), region.skr(), region.kolada(), region.title()))
                .toList();
    }
}
