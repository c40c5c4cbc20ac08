package io.chancery.platform.webhook.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Idempotency;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.request.RequestBody;
import io.chancery.platform.security.ApiClient;
import io.chancery.platform.webhook.Webhook;
import io.chancery.platform.webhook.WebhookDesk;
import io.chancery.platform.webhook.WebhookOrder;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where business systems want to be told of what becomes of their messages. */
@Path("/api/v1/webhooks")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"system", "operator", "admin"})
class WebhookResource {

    private static final String PATH = "/api/v1/webhooks/";

    private final WebhookDesk desk;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final SecurityIdentity caller;

    WebhookResource(WebhookDesk desk, Idempotency idempotency, ObjectMapper json, SecurityIdentity caller) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    record WebhookList(List<Webhook> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.WEBHOOK)
    @Operation(
            summary = "Tells of what becomes of messages: a system of its own, an operator of everybody's",
            description = "Signed as Standard Webhooks say; the answer has the secret, once. What is told has ids and"
                    + " statuses, and no personal data but what the metadata of the message have.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value = "{\"url\": \"https://billing.example.org/chancery\","
                                                    + " \"events\": [\"message.status\", \"delivery.status\"]}")))
    @APIResponse(responseCode = "201", description = "Made, with its secret")
    @APIResponse(responseCode = "409", description = "too-many-webhooks, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "invalid-webhook: each fault with its pointer")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        var request = RequestBody.read(body);
        var fields = new BodyFields(request.json());
        var order = desk.read(fields);
        var answer = key == null
                ? create(order)
                : idempotency.once(
                        new Idempotency.Request(ApiClient.of(caller).id(), key, request.hashAt(PATH)),
                        () -> create(order));
        var response = Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .header("Cache-Control", "no-store")
                .entity(answer.body());
        return answer.replayed() ? response.header("Idempotency-Replay", "true").build() : response.build();
    }

    private Idempotency.Answer create(WebhookOrder order) {
        var webhook = desk.create(order, caller);
        return new Idempotency.Answer(201, PATH + webhook.id(), write(webhook), false);
    }

    private String write(Webhook webhook) {
        try {
            return json.writeValueAsString(webhook);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @RolesAllowed({"system", "operator", "admin"})
    @Operation(summary = "The webhooks: a system sees its own, an operator everybody's")
    public WebhookList list() {
        return new WebhookList(desk.list(caller));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"system", "operator", "admin"})
    @Operation(summary = "One webhook, and if it is told nothing, why")
    public Webhook get(@PathParam("id") UUID id) {
        return desk.get(id, caller);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(
            summary = "Changes url, description, events or enabled",
            description = "What waits while it is disabled is sent when it is enabled; what happened meanwhile can be"
                    + " replayed.")
    @APIResponse(responseCode = "422", description = "invalid-webhook: each fault with its pointer")
    public Webhook change(@PathParam("id") UUID id, byte[] body) {
        return desk.change(id, BodyFields.read(body), caller);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(summary = "Tells it no longer, and forgets what waits")
    public void delete(@PathParam("id") UUID id) {
        desk.delete(id, caller);
    }

    @POST
    @Path("{id}/rotate")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(
            summary = "Makes a new secret; the answer shows it, once",
            description = "For a day the secret before it signs as well, so that no receiver misses anything.")
    public Response rotate(@PathParam("id") UUID id) {
        return Response.ok(desk.rotate(id, caller))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("{id}/test")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(summary = "Sends an event webhook.test, and this webhook alone gets it")
    @APIResponse(responseCode = "202", description = "On its way; its deliveries show what came of it")
    @APIResponse(responseCode = "409", description = "webhook-disabled")
    public Response test(@PathParam("id") UUID id) {
        desk.test(id, caller);
        return Response.accepted().build();
    }
}
