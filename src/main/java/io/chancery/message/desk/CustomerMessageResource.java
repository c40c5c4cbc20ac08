package io.chancery.message.desk;

import io.chancery.customer.Customers;
import io.chancery.message.CustomerMessages;
import io.chancery.message.MessageView.Page;
import io.chancery.platform.Fault;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All messages to one customer. */
@Path("/api/v1/customers/{ucid}/messages")
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
class CustomerMessageResource {

    private static final int LIMIT = 200;

    private final Customers customers;
    private final CustomerMessages messages;

    CustomerMessageResource(Customers customers, CustomerMessages messages) {
        this.customers = customers;
        this.messages = messages;
    }

    @GET
    @RolesAllowed({"system", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(
            summary = "The messages to one customer, newest first, page by page",
            description = "Those to customers merged into it are among them, under the UCID that they were sent under;"
                    + " and copies of messages to others, of which no more is shown than the copy.")
    public Page list(
            @PathParam("ucid") String ucid,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw refused("limit", "must be 1 to " + LIMIT);
        }
        return messages.page(customers.getId(ucid), cursor(after), limit);
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw refused("after", "is not a valid value");
        }
    }

    private static InvalidQueryException refused(String name, String detail) {
        return new InvalidQueryException(List.of(new Fault("/" + name, detail)));
    }
}
