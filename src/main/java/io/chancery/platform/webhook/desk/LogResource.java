package io.chancery.platform.webhook.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.webhook.LogTable.Entry;
import io.chancery.platform.webhook.WebhookDesk;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a webhook was told, and what it is told once more. */
@Path("/api/v1/webhooks/{id}")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"system", "operator", "admin"})
class LogResource {

    private final WebhookDesk desk;
    private final SecurityIdentity caller;

    LogResource(WebhookDesk desk, SecurityIdentity caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Some of the log, newest first; {@code next} for the parameter {@code after}, missing at the end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Log(List<Entry> items, @Nullable UUID next) {}

    /** How many events are told once more. */
    record Replayed(int replayed) {}

    @GET
    @Path("deliveries")
    @RolesAllowed({"system", "operator", "admin"})
    @Operation(summary = "What it was told in the last 30 days, newest first, and what became of that")
    public Log list(
            @PathParam("id") UUID id,
            @QueryParam("status") @Nullable String status,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var found = desk.log(id, status, after, limit, caller);
        return found.size() > limit
                ? new Log(found.subList(0, limit), found.get(limit - 1).id())
                : new Log(found, null);
    }

    @POST
    @Path("deliveries/{delivery}/replay")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.WEBHOOK, subject = "id", detail = "delivery")
    @Operation(summary = "Tells it of an event once more, under the same webhook-id")
    @APIResponse(responseCode = "202", description = "On its way")
    @APIResponse(responseCode = "409", description = "webhook-disabled")
    public Response replay(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        desk.replay(id, delivery, caller);
        return Response.accepted().build();
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(
            summary = "Tells it of a part of the last 30 days",
            description = "Of what it did not take, and of what happened while it was disabled or not there; with"
                    + " \"all\": true also of what it has taken.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(value = "{\"from\": \"2026-12-01T08:00:00Z\"}")))
    @APIResponse(responseCode = "202", description = "On its way")
    @APIResponse(responseCode = "409", description = "webhook-disabled")
    @APIResponse(responseCode = "422", description = "invalid-replay: each fault with its pointer")
    public Response replay(@PathParam("id") UUID id, byte[] body) {
        var replayed = desk.replay(id, BodyFields.read(body), caller);
        return Response.accepted(new Replayed(replayed)).build();
    }
}
