package io.chancery.template.life;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.VersionState;
import io.chancery.template.Workshop;
import io.chancery.template.Workshop.VersionView;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions, and what is done to them: one address for each kind of what has versions. */
@Tag(name = "Templates")
abstract class VersionResource {

    private final Kind kind;
    private final Workshop workshop;
    private final SecurityIdentity caller;

    VersionResource(Kind kind, Workshop workshop, SecurityIdentity caller) {
        this.kind = kind;
        this.workshop = workshop;
        this.caller = caller;
    }

    @Path("/api/v1/templates/{key}/versions")
    static class OfTemplates extends VersionResource {

        OfTemplates(Workshop workshop, SecurityIdentity caller) {
            super(Kind.TEMPLATE, workshop, caller);
        }
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/api/v1/blocks/{key}/versions")
    static class OfBlocks extends VersionResource {

        OfBlocks(Workshop workshop, SecurityIdentity caller) {
            super(Kind.BLOCK, workshop, caller);
        }
    }

    @Concerns(SubjectKind.BRAND)
    @Path("/api/v1/brands/{key}/versions")
    static class OfBrands extends VersionResource {

        OfBrands(Workshop workshop, SecurityIdentity caller) {
            super(Kind.BRAND, workshop, caller);
        }
    }

    record VersionList(List<VersionState> items) {}

    @GET
    @RolesAllowed({"author", "approver", "operator", "compliance", "admin"})
    @Operation(summary = "Every version that was ever submitted, newest first, and where it stands")
    public VersionList list(@PathParam("key") String key) {
        return new VersionList(workshop.versions(new SourceKey(kind, key)));
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({"author", "approver", "operator", "compliance", "admin"})
    @Operation(summary = "A version: its sources, and who did what to it")
    @APIResponse(responseCode = "200", description = "The version")
    @APIResponse(responseCode = "404", description = "unknown-version")
    public VersionView get(@PathParam("key") String key, @PathParam("version") int number) {
        return workshop.version(new SourceKey(kind, key), number);
    }

    @POST
    @Path("/{version}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"approver", "admin"})
    @Audited(value = AuditAction.APPROVED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(summary = "Says that the version may be published")
    @APIResponse(responseCode = "204", description = "Approved")
    @APIResponse(responseCode = "403", description = "own-change: the caller wrote or submitted it")
    @APIResponse(responseCode = "409", description = "wrong-status: it is not submitted")
    public void approve(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        workshop.approve(new SourceKey(kind, key), number, body, name());
    }

    @POST
    @Path("/{version}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"approver", "admin"})
    @Audited(value = AuditAction.REJECTED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(summary = "Gives the version back to its authors, with a reason; its sources are a draft again")
    @APIResponse(responseCode = "204", description = "Returned")
    @APIResponse(responseCode = "409", description = "wrong-status: it is published already, or was returned before")
    public void reject(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        workshop.giveBack(new SourceKey(kind, key), number, body, name());
    }

    @POST
    @Path("/{version}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(value = AuditAction.PUBLISHED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(
            summary = "New messages are made from the version, now or from a date",
            description =
                    "Of a block or a brand: versions of templates that are made from then on pin it; those there are"
                            + " stay as they are. An earlier version is gone back to in the same way. A date that has not come is taken back"
                            + " by retiring the version.")
    @APIResponse(responseCode = "204", description = "Published")
    @APIResponse(responseCode = "409", description = "wrong-status: it is not approved")
    public void publish(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        workshop.publish(new SourceKey(kind, key), number, body, name());
    }

    @POST
    @Path("/{version}/retire")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(value = AuditAction.RETIRED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(
            summary = "No new message is made from the version; accepted ones are still sent",
            description = "Of a block or a brand: no new version of a template pins it.")
    @APIResponse(responseCode = "204", description = "Retired")
    @APIResponse(
            responseCode = "409",
            description = "wrong-status: it is not published or approved; in-use: it is the"
                    + " live one of a block or a brand that live templates use")
    public void retire(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        workshop.retire(new SourceKey(kind, key), number, body, name());
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
