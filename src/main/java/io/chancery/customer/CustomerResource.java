package io.chancery.customer;

import io.chancery.vocabulary.Ucid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

    CustomerResource(Customers customers) {
        this.customers = customers;
    }

    @GET
    @Path("/{ucid}")
    @RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
    @Operation(summary = "One customer, with where it can be reached and the records that it is made of")
    public CustomerView get(@PathParam("ucid") String ucid) {
        return customers.get(parse(ucid));
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
    @Operation(summary = "The customer of a source's record, or customers by the beginnings of names or e-mail address")
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
            return customers.ofRecord(source, record);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidQueryException("A limit is from 1 to " + MAX_LIMIT);
        }
        return customers.search(query, cursor(next), limit);
    }

    private static @Nullable UUID cursor(@Nullable String next) {
        try {
            return next == null ? null : UUID.fromString(next);
        } catch (IllegalArgumentException e) {
            throw new InvalidQueryException("Not a cursor that a list gave");
        }
    }
}
