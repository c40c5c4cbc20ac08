package io.chancery.archive.proof;

import io.chancery.archive.Evidence;
import io.chancery.archive.Evidence.DeliveryProof;
import io.chancery.archive.proof.Proofs.ConsistentCheckpoint;
import io.chancery.archive.seal.LogKey;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What proves that nothing in the archive was altered. */
@Path("/api/v1/archive")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
class ProofResource {

    private static final int LIMIT = 100;

    private final Evidence evidence;
    private final Proofs proofs;
    private final LogKey key;

    ProofResource(Evidence evidence, Proofs proofs, LogKey key) {
        this.evidence = evidence;
        this.proofs = proofs;
        this.key = key;
    }

    /** A part of the checkpoints. */
    record Page(List<ConsistentCheckpoint> items) {}

    @GET
    @RolesAllowed({"compliance", "admin"})
    @Path("{deliveryId}/proof")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.DELIVERY, subject = "deliveryId")
    @Operation(
            summary = "Prove what is on record of a delivery",
            description =
                    "Each event and each document of the delivery as a leaf of the Merkle log (RFC 9162), with the path"
                            + " to the root of the last signed checkpoint. What is younger than that has no path yet.")
    @APIResponse(responseCode = "404", description = "unknown-delivery")
    public DeliveryProof proof(@Parameter(required = true) @PathParam("deliveryId") UUID deliveryId) {
        return evidence.proof(deliveryId);
    }

    @GET
    @RolesAllowed({"compliance", "admin"})
    @Path("checkpoints")
    @Operation(
            summary = "List the signed checkpoints of the log",
            description =
                    "Oldest first. Each is a signed note (c2sp.org/tlog-checkpoint) that names the one before, with the"
                            + " proof that the log has only grown since, and in Base64 the token (RFC 3161) of a"
                            + " time-stamping authority over the SHA-256 of the note, if it has one.")
    public Page checkpoints(
            @Parameter(description = "Number of the checkpoint before the first")
                    @QueryParam("after")
                    @DefaultValue("0")
                    long after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw ProofException.limit(LIMIT);
        }
        return new Page(proofs.checkpoints(after, limit));
    }

    @GET
    @RolesAllowed({"compliance", "admin"})
    @Path("key")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The key that signatures of checkpoints are checked with",
            description = "One line, name+id+key (c2sp.org/signed-note). It is no secret: give it to your auditor.")
    public String key() {
        return key.verifier() + "\n";
    }
}
