package se.nollan.publish.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this API is, in the form that DIGG's REST API profile asks for (VER.06). */
@Path("/publish/v1/api-info")
@Tag(name = "about")
public class ApiInfoResource {

    @GET
    @PermitAll
    @Operation(summary = "About this API", description = "Name, version and state of the API. Needs no token.")
    public ApiInfo info() {
        return new ApiInfo("nollan-publish", "1.0.0", "2026-11-22", "/publish/v1/openapi", "active");
    }

    /** The fields are named by the profile. */
    public record ApiInfo(
            String apiName, String apiVersion, String apiReleased, String apiDocumentation, String apiStatus) {}
}
