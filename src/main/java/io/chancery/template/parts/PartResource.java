package io.chancery.template.parts;

import io.chancery.template.parts.PartTable.Part;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@Tag(name = "Templates")
class PartResource {

    private final PartTable parts;

    PartResource(PartTable parts) {
        this.parts = parts;
    }

    record PartList(List<Part> items) {}

    @GET
    @Path("/blocks")
    @RolesAllowed({"author", "approver", "operator", "admin"})
    @Operation(summary = "The blocks with their latest version, and each live template that uses them")
    public PartList blocks() {
        return new PartList(parts.blocks());
    }

    @GET
    @Path("/brands")
    @RolesAllowed({"author", "approver", "operator", "admin"})
    @Operation(summary = "The brands with their latest version, and each live template that uses them")
    public PartList brands() {
        return new PartList(parts.brands());
    }
}
