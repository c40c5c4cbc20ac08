package io.chancery.template.parts;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.template.parts.Adoption.Adopted;
import io.chancery.template.parts.Adoption.Order;
import io.chancery.template.store.SourceKey;
import io.chancery.template.store.SourceKey.Kind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    private static final String TEMPLATES = "templates";
    private static final int MOST_TEMPLATES = 500;
    private static final int LONGEST_REASON = 1000;

    private final Kind kind;
    private final Adoption adoption;
    private final SecurityIdentity caller;

    AdoptionResource(Kind kind, Adoption adoption, SecurityIdentity caller) {
        this.kind = kind;
        this.adoption = adoption;
        this.caller = caller;
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/api/v1/blocks/{key}/versions/{version}/adopt")
    static class OfBlocks extends AdoptionResource {

        OfBlocks(Adoption adoption, SecurityIdentity caller) {
            super(Kind.BLOCK, adoption, caller);
        }
    }

    @Concerns(SubjectKind.BRAND)
    @Path("/api/v1/brands/{key}/versions/{version}/adopt")
    static class OfBrands extends AdoptionResource {

        OfBrands(Adoption adoption, SecurityIdentity caller) {
            super(Kind.BRAND, adoption, caller);
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
        return new AdoptedList(adoption.adopt(new SourceKey(kind, key), number, order(body)));
    }

    private Order order(byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of(TEMPLATES, "reason"));
        var templates = fields.has(TEMPLATES) ? templates(fields) : List.<String>of();
        var reason = Objects.requireNonNullElse(fields.text("reason", LONGEST_REASON), "");
        fields.refuseFaulty(PartException::invalid);
        return new Order(templates, caller.getPrincipal().getName(), reason);
    }

    private static List<String> templates(BodyFields fields) {
        var list = fields.node(TEMPLATES);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_TEMPLATES) {
            fields.fault(TEMPLATES, "must be a list of 1 to " + MOST_TEMPLATES + " keys, or be left out for all");
        }
        var keys = new ArrayList<String>();
        list.forEach(key -> keys.add(key.asText()));
        return keys;
    }
}
