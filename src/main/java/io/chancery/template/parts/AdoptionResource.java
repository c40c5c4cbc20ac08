package io.chancery.template.parts;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import io.chancery.template.Workshop.Adopted;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How templates come to use what is live of a block or a brand. */
@Tag(name = "Templates")
abstract class AdoptionResource {

    private final Kind kind;
    private final Workshop workshop;
    private final SecurityIdentity caller;

    AdoptionResource(Kind kind, Workshop workshop, SecurityIdentity caller) {
        this.kind = kind;
        this.workshop = workshop;
        this.caller = caller;
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/api/v1/blocks/{key}/versions/{version}/adopt")
    static class OfBlocks extends AdoptionResource {

        OfBlocks(Workshop workshop, SecurityIdentity caller) {
            super(Kind.BLOCK, workshop, caller);
        }
    }

    @Concerns(SubjectKind.BRAND)
    @Path("/api/v1/brands/{key}/versions/{version}/adopt")
    static class OfBrands extends AdoptionResource {

        OfBrands(Workshop workshop, SecurityIdentity caller) {
            super(Kind.BRAND, workshop, caller);
        }
    }

    record AdoptedList(List<Adopted> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.SUBMITTED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(
            summary = "Submits a version of each live template that uses an older one, for somebody else to approve",
            description = "Of all of them, or of these templates. The version is as the live one, with all blocks and"
                    + " the brand that are live now. Called again, it makes no more of what waits already.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value = "{\"templates\": [\"invoice\"], \"reason\": \"New signature\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The version of each template that follows, submitted now or before")
    @APIResponse(
            responseCode = "409",
            description = "not-live: another version is; stale-version: something was" + " published meanwhile")
    @APIResponse(
            responseCode = "422",
            description = "invalid-adoption: a template does not use it; faulty-templates:"
                    + " every fault of the templates with it. Nothing was submitted")
    public AdoptedList adopt(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        return new AdoptedList(workshop.adopt(
                new SourceKey(kind, key), number, body, caller.getPrincipal().getName()));
    }
}
