package io.chancery.message.hold;

import io.chancery.message.hold.StopTable.StopOrder;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Channel;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators have stopped. */
@Path("/api/v1/stops")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
class StopResource {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;

    private final StopDesk desk;
    private final Templates templates;
    private final SecurityIdentity caller;

    StopResource(StopDesk desk, Templates templates, SecurityIdentity caller) {
        this.desk = desk;
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "author", "approver", "compliance", "operator", "admin"})
    @Operation(summary = "The stops in force, oldest first")
    public List<StopOrder> list() {
        return desk.list();
    }

    @POST
    @RolesAllowed({"operator", "admin"})
    @Audited(
            value = AuditAction.HELD,
            kind = SubjectKind.STOP,
            detail = {"/template", "/channel"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Stops a template, on one channel or on all",
            description =
                    "Nothing of it goes out any more: what waits for a provider is taken back, what is accepted later is"
                            + " held. Only what is being handed over at this moment still goes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value = "{\"template\": \"invoice\", \"channel\": \"email\","
                                                    + " \"note\": \"Wrong date of payment\"}")))
    @APIResponse(responseCode = "201", description = "Stopped")
    @APIResponse(responseCode = "409", description = "already-stopped")
    @APIResponse(responseCode = "422", description = "invalid-hold-order, with a pointer for each fault")
    public Response post(byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("template", "channel", "note"));
        var template = fields.required("template", LONGEST_NAME);
        var channel = fields.parsed("channel", "is not a channel", Channel::new).map(Channel::name);
        var note = fields.required("note", LONGEST_NOTE);
        if (!template.isEmpty() && templates.history(template).isEmpty()) {
            fields.fault("template", "there is no such template");
        }
        fields.refuseFaulty(HoldException::invalid);
        var order = desk.stop(
                template, channel.orElse(null), note, ApiClient.of(caller).name());
        return Response.created(URI.create("/api/v1/stops/" + order.id()))
                .entity(order)
                .build();
    }

    @POST
    @Path("{id}/lift")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.STOP, subject = "id")
    @Operation(
            summary = "Lifts a stop, and releases what it held",
            description = "To send only a part, cancel the other part first (POST /holds/cancel).")
    @APIResponse(responseCode = "404", description = "unknown-stop")
    public HoldResource.Decided lift(@PathParam("id") UUID id) {
        return new HoldResource.Decided(desk.lift(id, ApiClient.of(caller).name()));
    }
}
