package io.chancery.consent.desk;

import static java.util.Objects.requireNonNull;

import io.chancery.consent.Consents;
import io.chancery.consent.CustomerConsents;
import io.chancery.consent.request.PreferenceBody;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a customer wants to be written to. */
@Path("/api/v1/customers/{ucid}/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
class PreferenceResource {

    private final Consents consents;
    private final ConsentDesk desk;
    private final ConsentAnswers answers;
    private final Clock clock;

    PreferenceResource(Consents consents, ConsentDesk desk, ConsentAnswers answers, Clock clock) {
        this.consents = consents;
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({"system", "steward", "agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CONSENT, subject = "ucid")
    @Operation(summary = "How the customer wants to be written to, in their own words")
    @APIResponse(responseCode = "404", description = "unknown-customer")
    public CustomerConsents.PreferencesView get(@PathParam("ucid") String ucid) {
        var customer = answers.customer(ucid);
        return CustomerConsents.PreferencesView.of(consents.preferences(customer.id()));
    }

    @PUT
    @RolesAllowed({"system", "steward", "agent", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CONSENT, subject = "ucid", intake = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says how the customer wants to be written to: all of it, in the place of what was said before",
            description = "The preferred channel goes before the one that sources name, within what a template offers."
                    + " Advertising by e-mail and SMS waits for the end of the quiet hours.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(value = """
                            {"channels": {"marketing": "email", "service": "print"}, "language": "de",
                             "quietHours": {"from": "20:00", "to": "08:00", "zone": "Europe/Berlin"},
                             "source": "phone", "evidence": "Called on 3 March"}
                            """)))
    @APIResponse(responseCode = "404", description = "unknown-customer")
    @APIResponse(responseCode = "422", description = "invalid-declaration, with a pointer for each fault")
    public CustomerConsents.PreferencesView put(@PathParam("ucid") String ucid, byte[] body) {
        var request = RequestBody.read(body);
        var customer = answers.customer(ucid);
        var wanted = PreferenceBody.read(
                request.json(), clock.instant(), answers.client().name());
        desk.prefer(customer, wanted, requireNonNull(wanted.entry()));
        return CustomerConsents.PreferencesView.of(consents.preferences(customer.id()));
    }
}
