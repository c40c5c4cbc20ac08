package io.chancery.template.life;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.EntityTag;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import io.chancery.template.Workshop.DraftView;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where authors work: one address for each kind of what has drafts. */
@Tag(name = "Templates")
abstract class DraftResource {

    private final Kind kind;
    private final Workshop workshop;
    private final SecurityIdentity caller;

    DraftResource(Kind kind, Workshop workshop, SecurityIdentity caller) {
        this.kind = kind;
        this.workshop = workshop;
        this.caller = caller;
    }

    @Path("/api/v1/templates/{key}/draft")
    static class OfTemplates extends DraftResource {

        OfTemplates(Workshop workshop, SecurityIdentity caller) {
            super(Kind.TEMPLATE, workshop, caller);
        }
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/api/v1/blocks/{key}/draft")
    static class OfBlocks extends DraftResource {

        OfBlocks(Workshop workshop, SecurityIdentity caller) {
            super(Kind.BLOCK, workshop, caller);
        }
    }

    @Concerns(SubjectKind.BRAND)
    @Path("/api/v1/brands/{key}/draft")
    static class OfBrands extends DraftResource {

        OfBrands(Workshop workshop, SecurityIdentity caller) {
            super(Kind.BRAND, workshop, caller);
        }
    }

    @GET
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(summary = "The draft of a template, a block or a brand, with all that keeps it from being submitted")
    @APIResponse(responseCode = "200", description = "The ETag is the revision that a change must name")
    @APIResponse(responseCode = "404", description = "unknown-draft")
    public Response get(@PathParam("key") String key) {
        return answer(workshop.draft(new SourceKey(kind, key)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(
            summary = "Keeps a draft: all files of the folder of the template or brand, or the one of the block",
            description = "It is kept whatever is wrong with it; the answer says what. If-Match names the revision that"
                    + " was changed; a new draft has none. A file that is no text is {\"base64\": \"…\"}.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"files\": {\"template.yaml\": \"…\", \"message.de.html\": \"…\"}}")))
    @APIResponse(responseCode = "409", description = "stale-version: somebody else has changed it")
    @APIResponse(responseCode = "422", description = "invalid-draft: each fault with its pointer")
    public Response put(
            @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, byte[] body) {
        return answer(workshop.keep(new SourceKey(kind, key), body, revision(seen), name()));
    }

    @DELETE
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(summary = "Throws the draft away")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "409", description = "stale-version: If-Match names another revision")
    public void remove(@PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        workshop.discard(new SourceKey(kind, key), revision(seen));
    }

    @POST
    @Path("/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.SUBMITTED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(
            summary = "Makes a version of the draft, for somebody else to approve",
            description =
                    "The version of a template pins the live blocks and the live version of its brand, and changes no"
                            + " more. A block or a brand is rendered with all fixtures of every live template that uses it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(value = "{\"reason\": \"New tariff from January\"}")))
    @APIResponse(responseCode = "201", description = "Location is the version")
    @APIResponse(responseCode = "409", description = "stale-version: If-Match names another revision")
    @APIResponse(responseCode = "422", description = "faulty-templates: every fault of the draft")
    public Response submit(
            @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, byte[] body) {
        int number = workshop.submit(new SourceKey(kind, key), body, revision(seen), name());
        return Response.created(URI.create("/api/v1/" + kind.plural() + "/" + key + "/versions/" + number))
                .entity(Map.of("version", number))
                .build();
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private Response answer(DraftView draft) {
        return Response.ok(draft).tag(Long.toString(draft.revision())).build();
    }

    /** 0, which a new draft has, if none is named. */
    private static long revision(@Nullable String seen) {
        return EntityTag.version(seen).orElse(0);
    }
}
