package io.chancery.web.customer;

import static java.util.Objects.requireNonNull;

import io.chancery.customer.CustomerView;
import io.chancery.customer.Customers;
import io.chancery.customer.ErasedCustomerException;
import io.chancery.customer.UnknownCustomerException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.customer.CustomerSheet.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Customers to find, and one of them with everything about them. */
@Path("/customers")
@Produces(MediaType.TEXT_HTML)
class CustomerPages {

    private static final int FOUND = 25;

    private final Readers readers;
    private final Customers customers;
    private final CustomerAssembly assembly;
    private final SecurityIdentity identity;

    CustomerPages(Readers readers, Customers customers, CustomerAssembly assembly, SecurityIdentity identity) {
        this.readers = readers;
        this.customers = customers;
        this.assembly = assembly;
        this.identity = identity;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Found found);

        static native TemplateInstance customer(Reader reader, CustomerSheet sheet);

        static native TemplateInstance timeline(Reader reader, Ucid ucid, Timeline timeline);

        static native TemplateInstance gone(Reader reader, String ucid);
    }

    /**
     * What a search found.
     *
     * @param next where the following part begins; null after the last
     */
    record Found(
            String query,
            List<CustomerView> customers,
            boolean later,
            @Nullable String next) {

        public boolean isAsked() {
            return !query.isBlank();
        }
    }

    @GET
    @RolesAllowed({"steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.CUSTOMER)
    @Operation(hidden = true)
    public Response list(
            @Context HttpHeaders headers,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("next") @Nullable UUID next) {
        var reader = readers.signedIn(headers, identity);
        var whole = whole(query);
        if (whole != null && customers.findIdOfAny(whole).isPresent()) {
            return Response.seeOther(address(whole, "from", null)).build();
        }
        var part = customers.find(query.strip(), next, FOUND, reader.roles());
        var found = new Found(query, part.items(), next != null, part.next());
        return ok(Pages.list(reader, found), reader);
    }

    private static @Nullable Ucid whole(String query) {
        try {
            return new Ucid(query.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @GET
    @Path("/{ucid}")
    @RolesAllowed({"steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response customer(
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @PathParam("ucid") String text,
            @QueryParam("done") @Nullable String done,
            @QueryParam("from") @Nullable String from) {
        var reader = readers.signedIn(headers, identity);
        var ucid = ucid(text);
        try {
            var sheet = assembly.sheet(ucid, reader, filter(uri), new Visit(Form.NONE, done, from, null));
            var alias = sheet.page().standing().mergedFrom();
            return alias == null
                    ? ok(Pages.customer(reader, sheet), reader)
                    : Response.seeOther(address(sheet.customer().ucid(), "from", alias.text()))
                            .build();
        } catch (ErasedCustomerException e) {
            return Response.status(Response.Status.GONE)
                    .entity(Pages.gone(reader, ucid.text())
                            .setLocale(reader.language())
                            .render())
                    .build();
        } catch (UnknownCustomerException e) {
            throw new NotFoundException(e);
        }
    }

    @GET
    @Path("/{ucid}/timeline")
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response timeline(@Context HttpHeaders headers, @Context UriInfo uri, @PathParam("ucid") String text) {
        var reader = readers.signedIn(headers, identity);
        var ucid = ucid(text);
        var id = customers.findIdOfAny(ucid).orElseThrow(NotFoundException::new);
        var timeline = assembly.timeline(id, reader, filter(uri));
        return ok(Pages.timeline(reader, ucid, requireNonNull(timeline)), reader);
    }

    private static Timeline.Filter filter(UriInfo uri) {
        var asked = uri.getQueryParameters();
        return new Timeline.Filter(asked.getFirst("channel"), asked.getFirst("status"), asked.getFirst("after"));
    }

    /** A page in the reader's language. */
    static Response ok(TemplateInstance page, Reader reader) {
        return Response.ok(page.setLocale(reader.language()).render()).build();
    }

    /** The UCID in a path; one that cannot be is one that nobody has. */
    static Ucid ucid(String text) {
        try {
            return new Ucid(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    /** A customer's page. */
    static URI address(Ucid ucid, String name, @Nullable String value) {
        var builder = UriBuilder.fromPath("/customers/{ucid}");
        return (value == null ? builder : builder.queryParam(name, value)).build(ucid.text());
    }
}
