package io.chancery.customer.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.source.Sources;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.webhook.send.RefusedTargetException;
import io.chancery.platform.webhook.send.Signature;
import io.chancery.platform.webhook.send.Targets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a source wants to be told. */
@Path("/api/v1/sources/{source}/webhook")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class WebhookResource {

    private static final int LONGEST_URL = 2_000;

    private final Sources sources;
    private final WebhookTable webhooks;
    private final Targets targets;
    private final SecureRandom random = new SecureRandom();

    WebhookResource(Sources sources, WebhookTable webhooks, Targets targets) {
        this.sources = sources;
        this.webhooks = webhooks;
        this.targets = targets;
    }

    /**
     * Where a source wants to be told.
     *
     * @param secret shown once, when it is made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Webhook(String url, @Nullable String secret) {}

    /** What an administrator asks for. */
    record Wish(String url) {

        static Wish read(byte[] body, Targets targets) {
            var fields = BodyFields.read(body);
            fields.allow(Set.of("url"));
            var url = fields.required("url", LONGEST_URL);
            try {
                if (!url.isEmpty()) {
                    targets.check(url);
                }
            } catch (RefusedTargetException e) {
                fields.fault("url", e.why());
            }
            fields.refuseFaulty(SyncException::invalidWebhook);
            return new Wish(url);
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.WEBHOOK, subject = "source")
    @Operation(
            summary = "Tells the source of golden values that differ from its own",
            description =
                    "Signed as Standard Webhooks say; the answer has the secret, once. What the source wants to be"
                            + " told of stands in its definition: wants and owns.")
    @APIResponse(responseCode = "422", description = "invalid-webhook: each fault with its pointer")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Wish.class),
                            examples = @ExampleObject(value = "{\"url\": \"https://crm.example.org/chancery\"}")))
    public Webhook put(@PathParam("source") String source, byte[] body) {
        sources.get(source);
        var url = Wish.read(body, targets).url();
        var secret = Signature.newSecret(random);
        webhooks.put(source, url, secret);
        return new Webhook(url, Signature.text(secret));
    }

    @GET
    @RolesAllowed({"operator", "admin"})
    @Operation(summary = "Where the source is told")
    public Webhook get(@PathParam("source") String source) {
        return webhooks.url(source).map(url -> new Webhook(url, null)).orElseThrow(SyncException::unknown);
    }

    @DELETE
    @RolesAllowed("admin")
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.WEBHOOK, subject = "source")
    @Operation(summary = "Tells the source no longer, and forgets what waits")
    public void delete(@PathParam("source") String source) {
        if (!webhooks.remove(source)) {
            throw SyncException.unknown();
        }
    }
}
