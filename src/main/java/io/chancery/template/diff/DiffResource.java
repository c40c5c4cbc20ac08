package io.chancery.template.diff;

import io.chancery.template.Difference;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an approver looks at: one address for each kind of what has versions. */
@Tag(name = "Templates")
abstract class DiffResource {

    private static final String DRAFT = "draft";
    private static final String LIVE = "live";

    private final Kind kind;
    private final Workshop workshop;

    DiffResource(Kind kind, Workshop workshop) {
        this.kind = kind;
        this.workshop = workshop;
    }

    @Path("/api/v1/templates/{key}/diff")
    static class OfTemplates extends DiffResource {

        OfTemplates(Workshop workshop) {
            super(Kind.TEMPLATE, workshop);
        }
    }

    @Path("/api/v1/blocks/{key}/diff")
    static class OfBlocks extends DiffResource {

        OfBlocks(Workshop workshop) {
            super(Kind.BLOCK, workshop);
        }
    }

    @Path("/api/v1/brands/{key}/diff")
    static class OfBrands extends DiffResource {

        OfBrands(Workshop workshop) {
            super(Kind.BRAND, workshop);
        }
    }

    @GET
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(
            summary = "What differs between two versions: their files, blocks and brand, and the data they need",
            description = "And which API clients a change of the data or the copies would break: those who, in their"
                    + " newest 1000 messages of the last 30 days, left out a field that will be demanded, sent one that"
                    + " will be gone, or asked for a copy in a role that will be gone.")
    @APIResponse(responseCode = "200", description = "File by file, in the unified format")
    @APIResponse(responseCode = "404", description = "unknown-version, unknown-draft")
    public Difference get(
            @PathParam("key") String key,
            @QueryParam("from")
                    @DefaultValue(LIVE)
                    @Parameter(
                            description = "Number of a version, live, draft, or nothing for all that is in the other")
                    String from,
            @QueryParam("to") @DefaultValue(DRAFT) @Parameter(description = "Number of a version, live or draft")
                    String to) {
        return workshop.difference(new SourceKey(kind, key), from, to);
    }
}
