package io.chancery.customer.insight;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How things came to be. */
@Path("/api/v1/customers/{ucid}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class HistoryResource {

    private final LinkHistory history;

    HistoryResource(LinkHistory history) {
        this.history = history;
    }

    /** The history of a customer's links, the latest first. */
    record MoveList(List<LinkHistory.MoveView> items) {}

    @GET
    @RolesAllowed({"steward", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(summary = "Every record that ever came to or left the customer, with who moved it and why")
    public MoveList history(@PathParam("ucid") String ucid) {
        return new MoveList(history.of(WhyResource.parse(ucid)));
    }
}
