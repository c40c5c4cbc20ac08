package io.chancery.archive.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.archive.Keeping;
import io.chancery.archive.Keeping.LegalHold;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What must not expire. */
@Path("/api/v1/archive/holds")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
class LegalHoldResource {

    private final Keeping keeping;
    private final SecurityIdentity caller;

    LegalHoldResource(Keeping keeping, SecurityIdentity caller) {
        this.keeping = keeping;
        this.caller = caller;
    }

    /**
     * A page of a list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LegalHoldPage")
    record Page(List<LegalHold> items, @Nullable UUID next) {}

    @POST
    @RolesAllowed("compliance")
    @Audited(
            value = AuditAction.HELD,
            kind = SubjectKind.LEGAL_HOLD,
            detail = {"/customer", "/message"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hold what must not expire, by customer, message or query",
            description =
                    "By customer also what they will get; by a query, as GET /archive has it in q, what it finds now."
                            + " If that is much, it is listed in the background: beingPlaced, and till then nothing that"
                            + " it may still find expires.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value = "{\"customer\": \"7K4MX29QF\", \"reason\": \"Action 4 O 17/26\"}")))
    @APIResponse(responseCode = "201", description = "In force")
    @APIResponse(responseCode = "422", description = "invalid-legal-hold, with a pointer for each fault")
    public Response hold(byte[] body) {
        var hold = keeping.hold(BodyFields.read(body), caller);
        return Response.created(URI.create("/api/v1/archive/holds/" + hold.id()))
                .entity(hold)
                .build();
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.LEGAL_HOLD)
    @Operation(summary = "List holds, newest first")
    public Page list(
            @Parameter(description = "true for those that are in force") @QueryParam("inForce") @DefaultValue("false")
                    boolean inForce,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var items = keeping.holds(inForce, after, limit);
        return new Page(items, items.size() == limit ? items.get(limit - 1).id() : null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.LEGAL_HOLD, subject = "id")
    @Operation(summary = "What is held, by whom and why")
    @APIResponse(responseCode = "404", description = "unknown-legal-hold")
    public LegalHold get(@PathParam("id") UUID id) {
        return keeping.hold(id);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.LEGAL_HOLD, subject = "id")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let what is held expire again: {\"reason\": …}")
    @APIResponse(responseCode = "409", description = "already-released")
    @APIResponse(responseCode = "422", description = "invalid-legal-hold")
    public LegalHold release(@PathParam("id") UUID id, byte[] body) {
        return keeping.release(id, BodyFields.read(body), caller);
    }
}
