package io.chancery.customer.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.source.Sources;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Golden values on their way back to a source. */
@Path("/api/v1/sources/{source}/sync")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SyncResource {

    private static final int LISTED = 500;
    private static final Set<String> STATUSES = Set.of("waiting", "dead");
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Sources sources;
    private final BackSyncTable table;
    private final RecordTable records;
    private final Differences differences;

    SyncResource(Sources sources, BackSyncTable table, RecordTable records, Differences differences) {
        this.sources = sources;
        this.table = table;
        this.records = records;
        this.differences = differences;
    }

    /** What waits, or was given up. */
    record Backlog(List<BackSyncTable.Entry> items) {}

    /**
     * What the source would be told now.
     *
     * @param next where the following part begins; null after the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Preview(List<Difference> items, @Nullable UUID next) {}

    /** How many are tried again. */
    record Revived(int revived) {}

    @GET
    @RolesAllowed({"steward", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.SOURCE, subject = "source")
    @Operation(summary = "What the source is still to be told, and what was given up (status=dead)")
    public Backlog list(@PathParam("source") String source, @QueryParam("status") @Nullable String status) {
        sources.get(source);
        if (status != null && !STATUSES.contains(status)) {
            throw SyncException.invalidQuery("status", "Either waiting or dead");
        }
        return new Backlog(table.list(source, status, LISTED));
    }

    @POST
    @Path("/retry")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.SOURCE, subject = "source")
    @Operation(summary = "Tries once more what was given up")
    public Revived retry(@PathParam("source") String source) {
        sources.get(source);
        return new Revived(table.revive(source));
    }

    @GET
    @Path("/preview")
    @RolesAllowed({"steward", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.SOURCE, subject = "source")
    @Operation(summary = "What the source would be told now; tells nobody")
    public Preview preview(
            @PathParam("source") String source,
            @QueryParam("next") @Nullable String next,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        sources.get(source);
        var wanted = records.wanted().getOrDefault(source, Set.of());
        if (limit < 1 || limit > LISTED) {
            throw SyncException.invalidQuery("limit", "A limit is from 1 to " + LISTED);
        }
        var customers = records.customers(source, next == null ? BEFORE_ALL : cursor(next), limit);
        var more = customers.size() < limit ? null : customers.get(limit - 1);
        return new Preview(differences.list(customers, source, wanted), more);
    }

    private static UUID cursor(String next) {
        try {
            return UUID.fromString(next);
        } catch (IllegalArgumentException e) {
            throw SyncException.invalidQuery("next", "Is not one of this list");
        }
    }
}
