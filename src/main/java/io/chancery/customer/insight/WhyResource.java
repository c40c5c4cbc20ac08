package io.chancery.customer.insight;

import io.chancery.customer.UnknownCustomerException;
import io.chancery.vocabulary.Ucid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why things are as they are, and how they came to be. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class WhyResource {

    private final Reasons reasons;
    private final LinkHistory history;
    private final Thresholds thresholds;

    WhyResource(Reasons reasons, LinkHistory history, Thresholds thresholds) {
        this.reasons = reasons;
        this.history = history;
        this.thresholds = thresholds;
    }

    /** The history of a customer's links, the latest first. */
    record MoveList(List<LinkHistory.MoveView> items) {}

    @GET
    @Path("/customers/{ucid}/history")
    @RolesAllowed({"steward", "compliance", "admin"})
    @Operation(summary = "Every record that ever came to or left the customer, with who moved it and why")
    public MoveList history(@PathParam("ucid") String ucid) {
        return new MoveList(history.of(parse(ucid)));
    }

    @GET
    @Path("/customers/{ucid}/why")
    @RolesAllowed({"steward", "compliance", "admin"})
    @Operation(
            summary = "Why these records are one customer, or why two customers are not",
            description = "For each record, what it shares with the record that it resembles most: per attribute the"
                    + " level, its weight in bits, and the same in words.")
    public Reasons.Why why(
            @PathParam("ucid") String ucid,
            @QueryParam("other") @Nullable String other,
            @HeaderParam("Accept-Language") @DefaultValue("en") String languages) {
        var words = Explanations.forCaller(languages);
        return other == null ? reasons.within(parse(ucid), words) : reasons.between(parse(ucid), parse(other), words);
    }

    @GET
    @Path("/match-thresholds")
    @RolesAllowed({"steward", "operator", "admin"})
    @Operation(
            summary = "How often people confirm what the engine believes, by how sure it is",
            description = "From the pairs that people decided about, under the weights in force: in a band where people"
                    + " nearly always say «same», the engine asks too much; where they say «different», too little.")
    public Thresholds.Report thresholds() {
        return thresholds.report();
    }

    private static Ucid parse(String text) {
        try {
            return new Ucid(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownCustomerException();
        }
    }
}
