package io.chancery.message.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.message.MessageView;
import io.chancery.message.Messages;
import io.chancery.message.Messages.Cancellation;
import io.chancery.message.Visibility;
import io.chancery.message.intake.MessageRequestSchema;
import io.chancery.message.watch.IntakeMeters;
import io.chancery.platform.Idempotency;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.request.RequestBody;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What business systems ask for: send this, and: do not send it after all. */
@Path("/api/v1/messages")
@Tag(name = "Messages")
@Produces(MediaType.APPLICATION_JSON)
class MessageResource {

    private final Cancellation cancellation;
    private final Messages messages;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final SecurityIdentity caller;
    private final IntakeMeters meters;

    MessageResource(
            Cancellation cancellation,
            Messages messages,
            Idempotency idempotency,
            ObjectMapper json,
            SecurityIdentity caller,
            IntakeMeters meters) {
        this.cancellation = cancellation;
        this.messages = messages;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
        this.meters = meters;
    }

    @POST
    @RolesAllowed({"system", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.MESSAGE, detail = "/template", intake = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send one message to one customer",
            description = "Accepts the message whole, or refuses it with every fault. Planning, rendering and sending"
                    + " follow; read the message to see them. With an Idempotency-Key a repeated request gives the"
                    + " first answer again.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageRequestSchema.class),
                            examples = @ExampleObject(name = "invoice", value = MessageRequestSchema.INVOICE)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted and on record",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "invalid-message, unknown-template, unknown-customer, no-usable-contact-point,"
                    + " idempotency-key-reused")
    public Response post(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        var request = RequestBody.read(body);
        var client = ApiClient.of(caller);
        var answer = key == null
                ? accept(client, request)
                : idempotency.once(
                        new Idempotency.Request(client.id(), key, request.hash()), () -> accept(client, request));
        return respond(answer);
    }

    private static Response respond(Idempotency.Answer answer) {
        var response = Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .entity(answer.body());
        return answer.replayed() ? response.header("Idempotency-Replay", "true").build() : response.build();
    }

    private Idempotency.Answer accept(ApiClient client, RequestBody request) {
        var accepted = meters.count(() -> messages.accept(client.id(), request.json()));
        return new Idempotency.Answer(202, "/api/v1/messages/" + accepted.id(), write(accepted), false);
    }

    private String write(MessageView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("{id}/resend")
    @RolesAllowed({"agent", "operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.MESSAGE, detail = "id")
    @Operation(
            summary = "Send a message once more, with the same template and data",
            description =
                    "A new message, whose metadata names under repeats the one that it repeats. Consent, addresses"
                            + " and all other guards decide anew; copies to others are not repeated.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted and on record",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "409", description = "not-repeatable: its data is erased, or it was only tried")
    @APIResponse(responseCode = "422", description = "invalid-message: it no longer fits the template")
    public Response resend(
            @Parameter(required = true) @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var visible = Visibility.of(caller);
        if (key == null) {
            return respond(resent(id, visible));
        }
        var hash = Sha256.bytes(("resend " + id).getBytes(StandardCharsets.UTF_8));
        return respond(idempotency.once(
                new Idempotency.Request(ApiClient.of(caller).id(), key, hash), () -> resent(id, visible)));
    }

    private Idempotency.Answer resent(UUID id, Optional<UUID> visible) {
        var accepted = messages.resend(id, visible);
        return new Idempotency.Answer(202, "/api/v1/messages/" + accepted.id(), write(accepted), false);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"system", "agent", "operator", "admin"})
    @Audited(value = AuditAction.CANCELLED, kind = SubjectKind.MESSAGE, subject = "id")
    @Operation(
            summary = "Cancel a message",
            description =
                    "Cancels every delivery whose hand-over has not begun; 409 too-late-to-cancel if there is none.")
    public MessageView cancel(@Parameter(required = true) @PathParam("id") UUID id) {
        cancellation.cancel(id, Visibility.of(caller));
        return messages.get(id, Optional.empty(), "en");
    }
}
