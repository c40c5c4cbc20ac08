package io.chancery.customer.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What would become of a record. */
@Path("/api/v1/match")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class MatchResource {

    private final Trial trial;

    MatchResource(Trial trial) {
        this.trial = trial;
    }

    /**
     * A record that is only tried.
     *
     * @param record its id, if it is to stand for one that the source delivered already
     * @param columns in the source's own names
     */
    record Order(String source, @Nullable String record, ObjectNode columns) {}

    @POST
    @RolesAllowed({"system", "steward", "agent", "admin"})
    @Operation(
            summary = "Tells what would become of a record, and changes nothing",
            description = "Whose it would be, what a steward would be asked, and which records resemble it most.")
    public Trial.Outcome match(Order order, @HeaderParam("Accept-Language") @DefaultValue("en") String languages) {
        return trial.run(order, Explanations.forCaller(languages));
    }
}
