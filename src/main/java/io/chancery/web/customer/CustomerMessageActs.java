package io.chancery.web.customer;

import static io.chancery.web.customer.CustomerPages.address;
import static io.chancery.web.customer.CustomerPages.ucid;

import io.chancery.message.Messages;
import io.chancery.message.Messages.Cancellation;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.web.Readers;
import io.chancery.web.customer.CustomerSheet.Visit;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sends once more, stops, and gives the customer the link to their own choices. */
@Path("/customers/{ucid}")
@Produces(MediaType.TEXT_HTML)
class CustomerMessageActs {

    private final Readers readers;
    private final CustomerAssembly assembly;
    private final Messages messages;
    private final Cancellation cancellation;
    private final Links links;
    private final SecurityIdentity caller;

    CustomerMessageActs(
            Readers readers,
            CustomerAssembly assembly,
            Messages messages,
            Cancellation cancellation,
            Links links,
            SecurityIdentity caller) {
        this.readers = readers;
        this.assembly = assembly;
        this.messages = messages;
        this.cancellation = cancellation;
        this.links = links;
        this.caller = caller;
    }

    @POST
    @Path("/messages/{id}/resend")
    @RolesAllowed({"agent", "operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.MESSAGE, detail = "id")
    @Operation(hidden = true)
    public Response resend(@Context HttpHeaders headers, @PathParam("ucid") String ucid, @PathParam("id") UUID id) {
        return done(headers, ucid, "resend", () -> messages.resend(id, Optional.empty()));
    }

    @POST
    @Path("/messages/{id}/cancel")
    @RolesAllowed({"agent", "operator", "admin"})
    @Audited(value = AuditAction.CANCELLED, kind = SubjectKind.MESSAGE, subject = "id")
    @Operation(hidden = true)
    public Response cancel(@Context HttpHeaders headers, @PathParam("ucid") String ucid, @PathParam("id") UUID id) {
        return done(headers, ucid, "cancel", () -> cancellation.cancel(id, Optional.empty()));
    }

    @GET
    @Path("/preference-link")
    @RolesAllowed({"steward", "agent", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CONSENT, subject = "ucid")
    @Operation(hidden = true)
    public Response link(@Context HttpHeaders headers, @Context UriInfo uri, @PathParam("ucid") String ucid) {
        return shown(headers, ucid, Visit.linked(links.of(ucid, uri)), Response.Status.OK.getStatusCode());
    }

    private Response done(HttpHeaders headers, String ucid, String act, Runnable work) {
        try {
            work.run();
            return Response.seeOther(address(ucid(ucid), "done", act)).build();
        } catch (ProblemException e) {
            var form = Form.refused(act, new MultivaluedHashMap<>(), e);
            return shown(headers, ucid, Visit.refused(form), e.status());
        }
    }

    private Response shown(HttpHeaders headers, String ucid, Visit visit, int status) {
        var reader = readers.signedIn(headers, caller);
        var sheet = assembly.sheet(ucid(ucid), reader, new Timeline.Filter(null, null, null), visit);
        var page = CustomerPages.Pages.customer(reader, sheet).setLocale(reader.language());
        return Response.status(status).entity(page.render()).build();
    }
}
