package io.chancery.customer.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How well the engine's thresholds stand. */
@Path("/api/v1/match-thresholds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Match candidates")
class ThresholdResource {

    private final Thresholds thresholds;

    ThresholdResource(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @GET
    @RolesAllowed({"steward", "operator", "admin"})
    @Operation(
            summary = "How often people confirm what the engine believes, by how sure it is",
            description = "From the pairs that people decided about, under the weights in force: in a band where people"
                    + " nearly always say «same», the engine asks too much; where they say «different», too little.")
    public Thresholds.Report thresholds() {
        return thresholds.report();
    }
}
