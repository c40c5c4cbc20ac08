package io.chancery.customer.page;

import io.chancery.customer.Customers;
import io.chancery.customer.InvalidQueryException;
import io.chancery.customer.UnknownCustomerException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Ucid;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Customers, one or many. */
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
@Tag(name = "Customers")
class CustomerResource {

    private static final int MAX_LIMIT = 200;

    private final Customers customers;
    private final CustomerPages pages;
    private final SecurityIdentity caller;

    CustomerResource(Customers customers, CustomerPages pages, SecurityIdentity caller) {
        this.customers = customers;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Path("/{ucid}")
    @RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(
            summary = "Everything about one customer: golden values, records, household, consents, messages",
            description =
                    "A merged customer's UCID leads to the survivor. What the caller's roles do not let through is"
                            + " masked or left out. The ETag is the version that a change by hand must name.")
    public Response get(
            @PathParam("ucid") String ucid, @QueryParam("lineage") @DefaultValue("false") boolean withLineage) {
        var subject = customers.subject(parse(ucid));
        return Response.ok(pages.page(subject, withLineage, Reader.of(caller)))
                .tag(Long.toString(subject.view().version()))
                .build();
    }

    private static Ucid parse(String text) {
        try {
            return new Ucid(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownCustomerException();
        }
    }

    @GET
    @RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
    @Audited(
            value = AuditAction.SEARCHED,
            kind = SubjectKind.CUSTOMER,
            detail = {"source", "record"})
    @Operation(
            summary = "The customer of a source's record, or customers by beginnings of their words",
            description =
                    "Names, e-mail address, telephone number, postcode, city, UCID; umlauts in any spelling. Who may"
                            + " not see persons finds them by UCID and by record only.")
    public Customers.Page list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("record") @Nullable String record,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("next") @Nullable String next,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if ((source == null) != (record == null)) {
            throw new InvalidQueryException("Source and record belong together");
        }
        if (source != null && record != null) {
            return seen(customers.ofRecord(source, record));
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidQueryException("A limit is from 1 to " + MAX_LIMIT);
        }
        return seen(customers.search(permitted(query), cursor(next), limit));
    }

    /** Whoever may not see names must not find out by them either. */
    private String permitted(String query) {
        if (query.isBlank() || Reader.of(caller).seesPersons()) {
            return query;
        }
        try {
            return new Ucid(query).text();
        } catch (IllegalArgumentException e) {
            throw new ForbiddenException("Only a whole UCID can be looked for with this role");
        }
    }

    private Customers.Page seen(Customers.Page page) {
        var reader = Reader.of(caller);
        return new Customers.Page(page.items().stream().map(reader::see).toList(), page.next());
    }

    private static @Nullable UUID cursor(@Nullable String next) {
        try {
            return next == null ? null : UUID.fromString(next);
        } catch (IllegalArgumentException e) {
            throw new InvalidQueryException("Not a cursor that a list gave");
        }
    }
}
