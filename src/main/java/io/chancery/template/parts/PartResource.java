package io.chancery.template.parts;

import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import io.chancery.template.Workshop.Part;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is shared: one address for blocks, one for brands. */
@Tag(name = "Templates")
abstract class PartResource {

    private final Kind kind;
    private final Workshop workshop;

    PartResource(Kind kind, Workshop workshop) {
        this.kind = kind;
        this.workshop = workshop;
    }

    @Path("/api/v1/blocks")
    static class OfBlocks extends PartResource {

        OfBlocks(Workshop workshop) {
            super(Kind.BLOCK, workshop);
        }
    }

    @Path("/api/v1/brands")
    static class OfBrands extends PartResource {

        OfBrands(Workshop workshop) {
            super(Kind.BRAND, workshop);
        }
    }

    record PartList(List<Part> items) {}

    @GET
    @RolesAllowed({"author", "approver", "operator", "admin"})
    @Operation(
            summary =
                    "The blocks or brands with their live version, and each live template that uses them, in which version")
    public PartList list() {
        return new PartList(workshop.parts(kind));
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({"author", "approver", "operator", "admin"})
    @Operation(summary = "A block or a brand: its versions, and each live template that uses it, in which version")
    @APIResponse(responseCode = "200", description = "current says whether a template pins the live version")
    @APIResponse(responseCode = "404", description = "unknown-block, unknown-brand")
    public Part get(@PathParam("key") String key) {
        return workshop.part(new SourceKey(kind, key));
    }
}
