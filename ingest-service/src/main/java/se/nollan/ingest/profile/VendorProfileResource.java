package se.nollan.ingest.profile;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.ingest.format.Field;

/** The layouts that this installation reads, and what each knows of its vendor. */
@Path("/vendor-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
@RegisterForReflection(
        targets = {CapabilitySheet.class, VendorProfileResource.Summary.class, VendorProfileResource.Whole.class})
public class VendorProfileResource {
    private final Profiles profiles;

    VendorProfileResource(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * A profile in short.
     *
     * @param fields the fields of the contact format that it fills
     */
    public record Summary(String id, List<String> systems, List<String> fields, CapabilitySheet about) {}

    /**
     * A profile.
     *
     * @param yaml its file
     */
    public record Whole(String id, List<String> systems, List<String> fields, CapabilitySheet about, String yaml) {}

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR, Caller.OPERATOR})
    @Operation(
            summary = "List vendors' layouts",
            description =
                    "Each with what it rests on, what its log does not say, and the fields of the contact format that it fills.")
    public List<Summary> list() {
        return profiles.all().stream()
                .map(one -> new Summary(one.name(), systems(one), fields(one), one.about()))
                .toList();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR, Caller.OPERATOR})
    @Operation(
            summary = "Get a vendor's layout, with its file",
            description = "The file is a start for a layout of one's own.")
    public Whole get(@RestPath String id) {
        var profile = profiles.named(id);
        if (profile == null) {
            throw Problems.notFound("There is no such profile. Known are " + String.join(", ", profiles.names()) + ".");
        }
        return new Whole(profile.name(), systems(profile), fields(profile), profile.about(), profile.yaml());
    }

    private static List<String> systems(Profile profile) {
        return List.copyOf(new TreeSet<>(profile.systems()));
    }

    private static List<String> fields(Profile profile) {
        var fields = new TreeSet<Field>();
        profile.layouts().forEach(layout -> fields.addAll(layout.fields().keySet()));
        return fields.stream().map(Field::label).toList();
    }
}
