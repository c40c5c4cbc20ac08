package io.chancery.customer.steward;

import io.chancery.customer.CandidateView;
import io.chancery.customer.OperationResult;
import io.chancery.customer.StewardDesk;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pairs of records that wait for a person. */
@Path("/api/v1/match-candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Match candidates")
class CandidateResource {

    private static final int MAX_LIMIT = 200;

    private final StewardDesk desk;
    private final SecurityIdentity caller;

    CandidateResource(StewardDesk desk, SecurityIdentity caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.MATCH_CANDIDATE, detail = "kind")
    @Operation(summary = "Open questions, the oldest first, with what speaks for and against")
    public StewardDesk.Part list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("next") @Nullable UUID next,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @HeaderParam("Accept-Language") @DefaultValue("en") String languages) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw StewardException.invalid("/limit", "A limit is from 1 to " + MAX_LIMIT);
        }
        return desk.candidates(kind, next, limit, languages);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.MATCH_CANDIDATE, subject = "id")
    @Operation(summary = "One open question")
    public CandidateView get(
            @PathParam("id") UUID id, @HeaderParam("Accept-Language") @DefaultValue("en") String languages) {
        return desk.candidate(id, languages);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/decision")
    @RolesAllowed({"steward", "admin"})
    @Audited(
            value = AuditAction.DECIDED,
            kind = SubjectKind.MATCH_CANDIDATE,
            subject = "id",
            detail = {"/verdict", "/dryRun"})
    @Operation(
            summary = "Same or different",
            description = "Remembered for good: the engine never decides otherwise, until the operation is taken back.")
    @APIResponse(responseCode = "409", description = "stale-version: it has changed since the person looked")
    @APIResponse(responseCode = "422", description = "invalid-operation: each fault with its pointer")
    @RequestBody(content = @Content(schema = @Schema(implementation = Orders.Decision.class)))
    public OperationResult decide(@PathParam("id") UUID id, byte[] body) {
        return desk.decide(id, body, caller.getPrincipal().getName());
    }
}
