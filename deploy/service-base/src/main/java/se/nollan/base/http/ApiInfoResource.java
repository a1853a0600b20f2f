package se.nollan.base.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this API is, in the form that DIGG's REST API profile asks for (VER.06). */
@Path("/api-info")
@Tag(name = "about")
public class ApiInfoResource {

    private final ApiInfo info;

    ApiInfoResource(
            @ConfigProperty(name = "nollan.api.name") String name,
            @ConfigProperty(name = "nollan.api.version") String version,
            @ConfigProperty(name = "nollan.api.released") String released,
            @ConfigProperty(name = "nollan.api.path") String path) {
        this.info = new ApiInfo(name, version, released, path + "/openapi", "active");
    }

    @GET
    @PermitAll
    @Operation(summary = "About this API", description = "Name, version and state of the API. Needs no token.")
    public ApiInfo info() {
        return info;
    }

    /** The fields are named by the profile. */
    public record ApiInfo(
            String apiName, String apiVersion, String apiReleased, String apiDocumentation, String apiStatus) {}
}
