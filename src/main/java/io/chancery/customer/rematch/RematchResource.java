package io.chancery.customer.rematch;

import io.chancery.platform.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    record Order(boolean preview, boolean learn) {}

    /** The latest first. */
    record RematchList(List<RematchView> items) {}

    @POST
    @RolesAllowed({"steward", "operator", "admin"})
    @Operation(
            summary = "Looks at every record again, in the background",
            description = "A preview changes nothing and tells what would change. People's decisions stand either way.")
    @APIResponse(responseCode = "202", description = "Location says where to look for what came of it")
    public Response ask(Order order) {
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
        return rematches.find(id).orElseThrow(UnknownRematchException::new);
    }

    private static final class UnknownRematchException extends ProblemException {

        UnknownRematchException() {
            super(404, "unknown-rematch", "There is no such re-match", List.of());
        }
    }
}
