package io.chancery.message.archive;

import io.chancery.archive.KeptRendition;
import io.chancery.message.ArchiveDesk;
import io.chancery.message.ArchiveDesk.ArchiveEntry;
import io.chancery.message.ArchiveDesk.Page;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was sent, to whom, when, and what became of it. */
@Path("/api/v1/archive")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
class ArchiveResource {

    private final ArchiveDesk desk;
    private final ArchiveEntries entries;
    private final SecurityIdentity caller;

    ArchiveResource(ArchiveDesk desk, ArchiveEntries entries, SecurityIdentity caller) {
        this.desk = desk;
        this.entries = entries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.DELIVERY)
    @Operation(
            summary = "Search everything that was sent, newest first",
            description =
                    "Items are deliveries. count is exact up to 1000. A search that would go on for too long says up to"
                            + " when it was made (searchedBackTo), and next goes on from there. An agent names a customer.")
    @APIResponse(responseCode = "400", description = "invalid-query: each fault, in q with its place")
    public Page list(@BeanParam ArchiveParameters parameters) {
        return desk.search(parameters.q, parameters.keys(), caller, parameters.after, parameters.limit);
    }

    @GET
    @Path("{deliveryId}")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.DELIVERY, subject = "deliveryId")
    @Operation(
            summary = "All that is known of one delivery",
            description = "What it was made of, what happened to it and why, and what the provider said. An agent names"
                    + " the customer.")
    public ArchiveEntry get(
            @PathParam("deliveryId") UUID deliveryId,
            @QueryParam("customer") @Nullable String customer,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue("en") String language) {
        return desk.entry(deliveryId, customer, caller, language.startsWith("de") ? "de" : "en");
    }

    @GET
    @Path("{deliveryId}/rendition")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.DELIVERY, subject = "deliveryId", detail = "part")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "The exact bytes that were sent: PDF, MIME source or text",
            description = "An agent names the customer.")
    public Response rendition(
            @PathParam("deliveryId") UUID deliveryId,
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("part")
                    @DefaultValue("sent")
                    @Parameter(description = "sent, or what the link of a text message leads to: page or pdf")
                    String part) {
        return download(desk.rendition(deliveryId, part, customer, caller));
    }

    @POST
    @Path("text/rebuild")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.ARCHIVE)
    @Operation(
            summary = "Read the words of everything that was sent once more",
            description =
                    "Until they are read, which takes its time behind all other work, searches for words and recipients"
                            + " find less.")
    @APIResponse(responseCode = "202", description = "Begun")
    public Response rebuild() {
        entries.rebuild();
        return Response.accepted().build();
    }

    private static Response download(KeptRendition kept) {
        var name = kept.rendition()
                .envelope()
                .getOrDefault("fileName", kept.sha256().substring(0, 16));
        return Response.ok(kept.rendition().content(), kept.rendition().mediaType())
                .header(HttpHeaders.ETAG, "\"" + kept.sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
