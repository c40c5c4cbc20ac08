package io.chancery.customer.rematch;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything looked at again. */
@Path("/api/v1/rematches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class RematchResource {

    private static final int LISTED = 50;

    private final Rematches rematches;
    private final SecurityIdentity caller;

    RematchResource(Rematches rematches, SecurityIdentity caller) {
        this.rematches = rematches;
        this.caller = caller;
    }

    /**
     * What is asked for.
     *
     * @param preview only tell what would change
     * @param learn learn the weights anew, from all records
     */
    record Order(boolean preview, boolean learn) {

        static Order read(byte[] body) {
            var fields = BodyFields.read(body);
            fields.allow(Set.of("preview", "learn"));
            var order = new Order(fields.flag("preview"), fields.flag("learn"));
            fields.refuseFaulty(RematchException::invalid);
            return order;
        }
    }

    /** The latest first. */
    record RematchList(List<RematchView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"steward", "operator", "admin"})
    @Audited(
            value = AuditAction.STARTED,
            kind = SubjectKind.REMATCH,
            detail = {"/preview", "/learn"})
    @Operation(
            summary = "Looks at every record again, in the background",
            description = "A preview changes nothing and tells what would change. People's decisions stand either way.")
    @APIResponse(responseCode = "202", description = "Location says where to look for what came of it")
    @APIResponse(responseCode = "422", description = "invalid-rematch: each fault with its pointer")
    @RequestBody(content = @Content(schema = @Schema(implementation = Order.class)))
    public Response ask(byte[] body) {
        var order = Order.read(body);
        var asked = rematches.ask(
                order.preview(), order.learn(), caller.getPrincipal().getName());
        return Response.accepted(asked)
                .location(URI.create("/api/v1/rematches/" + asked.id()))
                .build();
    }

    @GET
    @RolesAllowed({"steward", "operator", "admin"})
    @Operation(summary = "The latest fifty")
    public RematchList list() {
        return new RematchList(rematches.latest(LISTED));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"steward", "operator", "admin"})
    @Operation(summary = "One re-match, and what changed or would change")
    public RematchView get(@PathParam("id") UUID id) {
        return rematches.find(id).orElseThrow(RematchException::unknown);
    }

    private static final class RematchException extends ProblemException {

        private RematchException(int status, String code, String message, List<Fault> faults) {
            super(status, code, message, faults);
        }

        static RematchException unknown() {
            return new RematchException(404, "unknown-rematch", "There is no such re-match", List.of());
        }

        static RematchException invalid(List<Fault> faults) {
            return new RematchException(422, "invalid-rematch", "This re-match cannot be asked for", faults);
        }
    }
}
