package io.chancery.archive.expiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.archive.Keeping;
import io.chancery.archive.Keeping.Expiry;
import io.chancery.archive.Keeping.Item;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.download.ListDownload;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The end of what was kept: proposed by one person, approved by another. */
@Path("/api/v1/archive/expiries")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
class ExpiryResource {

    /** The first one if the caller does not mind. */
    private static final List<Variant> TYPES = Variant.mediaTypes(
                    MediaType.valueOf(ListDownload.NDJSON), MediaType.valueOf(ListDownload.CSV))
            .build();

    private final Keeping keeping;
    private final SecurityIdentity caller;

    ExpiryResource(Keeping keeping, SecurityIdentity caller) {
        this.keeping = keeping;
        this.caller = caller;
    }

    /**
     * A page of a list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ExpiryPage")
    record Page(List<Expiry> items, @Nullable UUID next) {}

    /** The same, of what an expiry names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ExpiryItemPage")
    record ItemPage(List<Item> items, @Nullable UUID next) {}

    @POST
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.EXPIRY)
    @Operation(
            summary = "Propose to delete what is due",
            description = "Counts what would go, and what is kept and why; nothing is deleted before another person"
                    + " approves. The job proposes once a month by itself.")
    @APIResponse(responseCode = "202", description = "It is being counted; see Location")
    @APIResponse(responseCode = "409", description = "expiry-open: one has not come to its end")
    public Response propose() {
        var expiry = keeping.propose(caller);
        return Response.accepted(expiry)
                .location(URI.create("/api/v1/archive/expiries/" + expiry.id()))
                .build();
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPIRY)
    @Operation(summary = "What was proposed to be deleted, newest first")
    public Page list(
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        var items = keeping.expiries(after, limit);
        return new Page(items, items.size() == limit ? items.get(limit - 1).id() : null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPIRY, subject = "id")
    @Operation(summary = "What would go, what is kept and why, who decided, and how far it has come")
    @APIResponse(responseCode = "404", description = "unknown-expiry")
    public Expiry get(@PathParam("id") UUID id) {
        return keeping.expiry(id);
    }

    @GET
    @Path("{id}/items")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPIRY, subject = "id")
    @Operation(summary = "Each delivery that it names, oldest first")
    @APIResponse(responseCode = "404", description = "unknown-expiry")
    public ItemPage items(
            @PathParam("id") UUID id,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var items = keeping.items(id, after, limit);
        return new ItemPage(items, items.size() == limit ? items.get(limit - 1).deliveryId() : null);
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.APPROVED, kind = SubjectKind.EXPIRY, subject = "id")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Have it deleted: by another person than the one who proposed it, perhaps with {\"reason\": …}",
            description = "Goes on behind other work. What is on hold or no more due when its turn comes stays.")
    @APIResponse(responseCode = "403", description = "own-proposal")
    @APIResponse(responseCode = "409", description = "wrong-status")
    @APIResponse(responseCode = "422", description = "invalid-decision")
    public Expiry approve(@PathParam("id") UUID id, byte[] body) {
        return keeping.approve(
                id,
                body.length == 0 ? new BodyFields(JsonNodeFactory.instance.objectNode()) : BodyFields.read(body),
                caller);
    }

    @POST
    @Path("{id}/reject")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.REJECTED, kind = SubjectKind.EXPIRY, subject = "id")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have nothing of it deleted: {\"reason\": …}")
    @APIResponse(responseCode = "409", description = "wrong-status")
    @APIResponse(responseCode = "422", description = "invalid-decision")
    public Expiry reject(@PathParam("id") UUID id, byte[] body) {
        return keeping.reject(id, BodyFields.read(body), caller);
    }

    @GET
    @Path("{id}/protocol")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.EXPIRY, subject = "id")
    @Produces({ListDownload.NDJSON, ListDownload.CSV})
    @Operation(
            summary = "The deletion protocol: what was deleted, by which rule, and who has approved it",
            description = "Each record is a leaf of the log itself.")
    @APIResponse(responseCode = "404", description = "unknown-expiry")
    public Response protocol(@PathParam("id") UUID id, @Context Request request) {
        return keeping.protocol(id, request.selectVariant(TYPES).getMediaType());
    }
}
