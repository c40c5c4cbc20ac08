package io.chancery.consent.desk;

import io.chancery.consent.SelfService;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.links.WebAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way to the page where customers decide for themselves. */
@Path("/api/v1/customers/{ucid}/preferences-link")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
class PreferenceLinkResource {

    private final SelfService selfService;
    private final ConsentAnswers answers;
    private final WebAddress web;

    PreferenceLinkResource(SelfService selfService, ConsentAnswers answers, WebAddress web) {
        this.selfService = selfService;
        this.answers = answers;
        this.web = web;
    }

    /** A page for one customer, and until when the link to it works. */
    record Link(String url, Instant until) {}

    @GET
    @RolesAllowed({"system", "steward", "agent", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CONSENT, subject = "ucid")
    @Operation(
            summary = "A link to the page where the customer sets consents and preferences, without signing in",
            description = "Whoever has the link can use it, so it goes to the customer alone.")
    @APIResponse(responseCode = "404", description = "unknown-customer")
    public Link get(@PathParam("ucid") String ucid, @Context UriInfo uri) {
        var link = selfService.link(answers.customer(ucid).id());
        return new Link(web.root(uri) + link.path(), link.until());
    }
}
