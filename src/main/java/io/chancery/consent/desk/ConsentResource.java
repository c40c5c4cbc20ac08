package io.chancery.consent.desk;

import io.chancery.consent.Consents;
import io.chancery.consent.CustomerConsents;
import io.chancery.consent.optin.DoubleOptIn;
import io.chancery.consent.request.DeclarationBody;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.links.WebAddress;
import io.chancery.platform.request.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a customer allowed and forbade, channel by channel. */
@Path("/api/v1/customers/{ucid}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
class ConsentResource {

    private static final String ADDRESS = "/api/v1/customers/%s/consents";

    private final Consents consents;
    private final ConsentDesk desk;
    private final ConsentAnswers answers;
    private final WebAddress web;
    private final Clock clock;

    ConsentResource(Consents consents, ConsentDesk desk, ConsentAnswers answers, WebAddress web, Clock clock) {
        this.consents = consents;
        this.desk = desk;
        this.answers = answers;
        this.web = web;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({"system", "steward", "agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CONSENT, subject = "ucid")
    @Operation(
            summary = "What counts on each channel for each purpose, preferences, and every declaration with its proof",
            description = "Of the customer as it is today: a declaration that came with a source record goes where the"
                    + " record goes. The later counts, of two at one time the stricter.")
    @APIResponse(responseCode = "404", description = "unknown-customer")
    public CustomerConsents get(@PathParam("ucid") String ucid) {
        var customer = answers.customer(ucid);
        return CustomerConsents.of(consents.standing(customer.id()), consents.preferences(customer.id()));
    }

    @POST
    @RolesAllowed({"system", "steward", "agent", "compliance", "admin"})
    @Audited(
            value = AuditAction.CHANGED,
            kind = SubjectKind.CONSENT,
            subject = "ucid",
            detail = {"/channel", "/purpose", "/status"},
            intake = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a declaration on record, or begins a double opt-in",
            description = "With doubleOptIn the customer gets a mail with a link; only what is confirmed there is"
                    + " consent. With record the declaration belongs to that source record.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "double opt-in", value = """
                                        {"channel": "email", "purpose": "marketing", "doubleOptIn": true, "source": "shop",
                                         "evidence": {"form": "https://shop.example.org/newsletter",
                                                      "requestIp": "203.0.113.7"}}
                                        """),
                                @ExampleObject(name = "withdrawal", value = """
                                        {"channel": "email", "purpose": "marketing", "status": "unsubscribed",
                                         "source": "phone", "evidence": {"text": "Called and wants no newsletter"}}
                                        """)
                            }))
    @APIResponse(responseCode = "201", description = "On record")
    @APIResponse(responseCode = "200", description = "Was on record already")
    @APIResponse(
            responseCode = "409",
            description =
                    "objection-in-force, restriction-in-force," + " confirmation-already-sent, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "invalid-declaration, with a pointer for each fault")
    public Response post(
            @PathParam("ucid") String ucid,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            byte[] body) {
        var request = RequestBody.read(body);
        var customer = answers.customer(ucid);
        var order = DeclarationBody.consent(request.json(), clock.instant());
        var client = answers.client();
        return answers.once(key, request, ADDRESS.formatted(customer.ucid()), () -> {
            if (!order.doubleOptIn()) {
                return ConsentAnswers.Recorded.of(desk.declare(customer, order, client.name()));
            }
            var asking = new DoubleOptIn.Asking(client.id(), client.name(), null, web.root(uri));
            var standing = consents.standing(customer.id());
            return ConsentAnswers.Recorded.of(desk.ask(customer, standing, order, asking));
        });
    }
}
