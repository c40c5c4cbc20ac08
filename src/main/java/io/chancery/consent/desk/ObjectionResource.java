package io.chancery.consent.desk;

import io.chancery.consent.DeclarationDesk;
import io.chancery.consent.request.DeclarationBody;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What stops more than one channel: an objection to advertising, a restriction of processing, and death. */
@Path("/api/v1/customers/{ucid}/{right:objection|restriction|death}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
class ObjectionResource {

    private static final String ADDRESS = "/api/v1/customers/%s/consents";

    private final ConsentDesk desk;
    private final ConsentAnswers answers;
    private final Clock clock;

    ObjectionResource(ConsentDesk desk, ConsentAnswers answers, Clock clock) {
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({"system", "steward", "agent", "compliance", "admin"})
    @Audited(
            value = AuditAction.CHANGED,
            kind = SubjectKind.CONSENT,
            subject = "ucid",
            detail = {"right", "/status"},
            intake = true)
    @Operation(
            summary = "Puts an objection (GDPR Art. 21), a restriction (Art. 18) or a death on record, or lifts it",
            description =
                    "An objection stops all advertising on every channel, whatever was consented to. A restriction"
                            + " stops every message but those with a purpose named in except, a death every message. None is ever deleted: to lift"
                            + " it is a declaration of its own, with a reason.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "in force", value = """
                                        {"reason": "Disputes that the address is right", "source": "letter",
                                         "except": ["request-payment"]}
                                        """),
                                @ExampleObject(name = "lifted", value = """
                                        {"status": "lifted", "reason": "Address verified with the customer"}
                                        """)
                            }))
    @APIResponse(responseCode = "201", description = "On record")
    @APIResponse(responseCode = "404", description = "unknown-customer")
    @APIResponse(responseCode = "422", description = "invalid-declaration, with a pointer for each fault")
    public Response post(
            @PathParam("ucid") String ucid,
            @PathParam("right") String right,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte[] body) {
        var request = RequestBody.read(body);
        var customer = answers.customer(ucid);
        var order = DeclarationBody.standing(request.json(), clock.instant(), DeclarationDesk.imposedBy(right));
        var client = answers.client();
        return answers.once(
                key,
                request,
                ADDRESS.formatted(customer.ucid()),
                () -> ConsentAnswers.Recorded.of(desk.declare(customer, order, client.name())));
    }
}
