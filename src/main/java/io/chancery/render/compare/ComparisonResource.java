package io.chancery.render.compare;

import io.chancery.template.Specimens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/templates/{key}/compare")
@Tag(name = "Templates")
class ComparisonResource {

    private final Specimens specimens;
    private final Comparer comparer;

    ComparisonResource(Specimens specimens, Comparer comparer) {
        this.specimens = specimens;
        this.comparer = comparer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(
            summary = "Renders two versions with all fixtures on all channels, and as copies, and says what differs",
            description =
                    "From what is live to the draft, unless from and to say otherwise. What a mask matches may differ:"
                            + " a regular expression, or date: and how dates are written, such as date:dd.MM.yyyy. With pictures,"
                            + " each page that differs comes as PNG: old, new and the difference. Version 0 is the draft.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"from\": \"live\", \"to\": \"draft\", \"masks\": [\"date:dd.MM.yyyy\"]}")))
    @APIResponse(
            responseCode = "200",
            description = "Fixture by fixture and channel by channel, in words and in figures")
    @APIResponse(responseCode = "404", description = "unknown-template, unknown-version or unknown-draft")
    @APIResponse(
            responseCode = "422",
            description = "invalid-comparison, comparison-too-large or faulty-templates: each fault with its pointer")
    public Comparison compare(@PathParam("key") String key, byte[] body) {
        var request = ComparisonRequest.read(body);
        var old = request.from().find(specimens, key);
        var now = request.to().find(specimens, key);
        request.demandFew(Comparer.fixtures(old, now).size());
        return comparer.compare(old, now, request.order());
    }
}
