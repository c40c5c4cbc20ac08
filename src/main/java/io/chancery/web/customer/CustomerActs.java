package io.chancery.web.customer;

import static io.chancery.web.customer.CustomerPages.address;
import static io.chancery.web.customer.CustomerPages.ucid;
import static io.chancery.web.customer.Form.order;

import io.chancery.consent.DeclarationDesk;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.links.WebAddress;
import io.chancery.web.Readers;
import io.chancery.web.customer.CustomerSheet.Visit;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes down on a customer's page what the customer says. */
@Path("/customers/{ucid}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CustomerActs {

    private final Readers readers;
    private final CustomerAssembly assembly;
    private final DeclarationDesk declarations;
    private final WebAddress web;
    private final SecurityIdentity caller;

    CustomerActs(
            Readers readers,
            CustomerAssembly assembly,
            DeclarationDesk declarations,
            WebAddress web,
            SecurityIdentity caller) {
        this.readers = readers;
        this.assembly = assembly;
        this.declarations = declarations;
        this.web = web;
        this.caller = caller;
    }

    /** A form that was sent. */
    private record Sent(String ucid, String form, MultivaluedMap<String, String> fields, HttpHeaders headers) {}

    @POST
    @Path("/{right:objection|restriction|death}")
    @RolesAllowed({"steward", "agent", "compliance", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CONSENT, subject = "ucid", detail = "right")
    @Operation(hidden = true)
    public Response right(
            @Context HttpHeaders headers,
            @PathParam("ucid") String ucid,
            @PathParam("right") String right,
            MultivaluedMap<String, String> fields) {
        return taken(new Sent(ucid, right, fields, headers), () -> {
            var order = order(fields, "status", "reason", "source");
            var evidence = order(fields, "text");
            if (!evidence.isEmpty()) {
                order.set("evidence", evidence);
            }
            if (fields.containsKey("except")) {
                fields.get("except").forEach(order.withArray("except")::add);
            }
            declarations.declare(ucid(ucid), right, order, by());
        });
    }

    @POST
    @Path("/consents")
    @RolesAllowed({"steward", "agent", "compliance", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CONSENT, subject = "ucid")
    @Operation(hidden = true)
    public Response consent(
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @PathParam("ucid") String ucid,
            MultivaluedMap<String, String> fields) {
        return taken(new Sent(ucid, "consent", fields, headers), () -> {
            var order = order(fields, "channel", "purpose", "source");
            if ("ask".equals(fields.getFirst("status"))) {
                order.put("doubleOptIn", true);
            } else {
                order.setAll(order(fields, "status"));
            }
            var evidence = order(fields, "text", "form");
            if (!evidence.isEmpty()) {
                order.set("evidence", evidence);
            }
            declarations.declare(ucid(ucid), order, by(), web.root(uri));
        });
    }

    @POST
    @Path("/preferences")
    @RolesAllowed({"steward", "agent", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CONSENT, subject = "ucid")
    @Operation(hidden = true)
    public Response prefer(
            @Context HttpHeaders headers, @PathParam("ucid") String ucid, MultivaluedMap<String, String> fields) {
        return taken(new Sent(ucid, "preferences", fields, headers), () -> {
            var order = order(fields, "language", "source", "evidence");
            order.set("channels", order(fields, "service", "marketing"));
            var quiet = order(fields, "from", "to");
            if (!quiet.isEmpty()) {
                order.set("quietHours", quiet);
            }
            declarations.prefer(ucid(ucid), order, by());
        });
    }

    @POST
    @Path("/suppressions")
    @RolesAllowed({"steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.SUPPRESSION)
    @Operation(hidden = true)
    public Response suppress(
            @Context HttpHeaders headers, @PathParam("ucid") String ucid, MultivaluedMap<String, String> fields) {
        return taken(
                new Sent(ucid, "suppression", fields, headers),
                () -> declarations.suppress(order(fields, "channel", "address", "scope", "note"), by()));
    }

    @POST
    @Path("/suppressions/{id}/lift")
    @RolesAllowed({"steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.SUPPRESSION, subject = "id")
    @Operation(hidden = true)
    public Response lift(
            @Context HttpHeaders headers,
            @PathParam("ucid") String ucid,
            @PathParam("id") UUID id,
            MultivaluedMap<String, String> fields) {
        return taken(
                new Sent(ucid, "lift", fields, headers), () -> declarations.lift(id, order(fields, "reason"), by()));
    }

    private String by() {
        return caller.getPrincipal().getName();
    }

    /** Leads back to the page, or shows it again with what was wrong. */
    private Response taken(Sent sent, Runnable order) {
        try {
            order.run();
            return Response.seeOther(address(ucid(sent.ucid()), "done", sent.form()))
                    .build();
        } catch (ProblemException e) {
            var reader = readers.signedIn(sent.headers(), caller);
            var sheet = assembly.sheet(
                    ucid(sent.ucid()),
                    reader,
                    new Timeline.Filter(null, null, null),
                    Visit.refused(Form.refused(sent.form(), sent.fields(), e)));
            var page = CustomerPages.Pages.customer(reader, sheet).setLocale(reader.language());
            return Response.status(e.status()).entity(page.render()).build();
        }
    }
}
