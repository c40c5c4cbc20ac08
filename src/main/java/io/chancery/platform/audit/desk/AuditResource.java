package io.chancery.platform.audit.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry;
import io.chancery.platform.audit.AuditFilter;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.download.ListDownload;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit log, for those who watch over the others. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
class AuditResource {

    private static final int ROWS_AT_ONCE = 1_000;

    /** The first one if the caller does not mind. */
    private static final List<Variant> TYPES = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(ListDownload.NDJSON),
                    MediaType.valueOf(ListDownload.CSV))
            .build();

    private final AuditLog log;
    private final AuditDownload download;

    AuditResource(AuditLog log, AuditDownload download) {
        this.log = log;
        this.download = download;
    }

    /**
     * A page of a list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditPage")
    record Page(List<AuditEntry> items, @Nullable UUID next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListDownload.NDJSON, ListDownload.CSV})
    @RolesAllowed({"compliance", "admin"})
    @Audited(
            value = AuditAction.SEARCHED,
            kind = SubjectKind.AUDIT,
            detail = {"actor", "action", "subjectKind", "subject", "from", "to", "after"})
    @Operation(
            summary = "Who did what, when and from where, newest first",
            description = "With Accept: application/x-ndjson or text/csv a period is downloaded whole. What a business"
                    + " system looks at, a client that has the role system alone, is not in it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "400", description = "invalid-query: each fault with its pointer")
    public Response list(@BeanParam AuditQuery query, @Context Request request) {
        var type = request.selectVariant(TYPES).getMediaType();
        if (type.equals(MediaType.APPLICATION_JSON_TYPE)) {
            return Response.ok(page(query.filter()), type).build();
        }
        AuditLog.did(AuditAction.EXPORTED);
        return download.respond(query.period(ROWS_AT_ONCE), type);
    }

    private Page page(AuditFilter filter) {
        var items = log.list(filter);
        boolean more = items.size() == filter.limit();
        return new Page(items, more ? items.get(items.size() - 1).id() : null);
    }
}
