package io.chancery.message.preview;

import io.chancery.message.Previews;
import io.chancery.message.Previews.Preview;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
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

@Path("/api/v1/templates/{key}/preview")
@Tag(name = "Templates")
class PreviewResource {

    private final Previews previews;

    PreviewResource(Previews previews) {
        this.previews = previews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(
            value = AuditAction.VIEWED,
            kind = SubjectKind.CUSTOMER,
            subject = "/customer/ucid",
            detail = {"key", "/customer/source", "/customer/record"},
            given = "/customer")
    @Operation(
            summary =
                    "Shows a message on all channels at once, with its problems and its plan; nothing is sent or kept",
            description = "What is live, a version or the draft; with a fixture, or data of your own; to the fixture's"
                    + " customer or a real one, whose plan then says what would happen now and why. `copy` shows it as a"
                    + " copy in that role. `advertising` shows or drops what the message promotes, whatever the"
                    + " customer's consents say.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(value = "{\"draft\": true, \"fixture\": \"simple\"}")))
    @APIResponse(responseCode = "200", description = "Each channel's exact bytes, Base64, with its envelope")
    @APIResponse(responseCode = "404", description = "unknown-template, unknown-version or unknown-draft")
    @APIResponse(responseCode = "422", description = "invalid-preview or faulty-templates: each fault with its pointer")
    public Preview preview(@PathParam("key") String key, byte[] body) {
        return previews.preview(key, body);
    }
}
