package io.chancery.customer.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.source.Sources;
import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Golden values on their way back to a source. */
@Path("/api/v1/sources/{source}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SyncResource {

    private static final int LISTED = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Sources sources;
    private final WebhookTable webhooks;
    private final BackSyncTable table;
    private final RecordTable records;
    private final Differences differences;
    private final SecureRandom random = new SecureRandom();

    SyncResource(
            Sources sources,
            WebhookTable webhooks,
            BackSyncTable table,
            RecordTable records,
            Differences differences) {
        this.sources = sources;
        this.webhooks = webhooks;
        this.table = table;
        this.records = records;
        this.differences = differences;
    }

    /**
     * Where a source wants to be told.
     *
     * @param secret shown once, when it is made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Webhook(String url, @Nullable String secret) {}

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

    @PUT
    @Path("/webhook")
    @RolesAllowed("admin")
    @Operation(
            summary = "Tells the source of golden values that differ from its own",
            description = "Signed as Standard Webhooks say; the answer has the secret, once. What the source wants to be"
                    + " told of stands in its definition: wants and owns.")
    public Webhook put(@PathParam("source") String source, Webhook webhook) {
        sources.get(source);
        check(webhook.url());
        var secret = new byte[32];
        random.nextBytes(secret);
        webhooks.put(source, webhook.url(), secret);
        return new Webhook(webhook.url(), Signature.text(secret));
    }

    @GET
    @Path("/webhook")
    @RolesAllowed({"operator", "admin"})
    @Operation(summary = "Where the source is told")
    public Webhook get(@PathParam("source") String source) {
        return webhooks.url(source).map(url -> new Webhook(url, null)).orElseThrow(SyncException::unknown);
    }

    @DELETE
    @Path("/webhook")
    @RolesAllowed("admin")
    @Operation(summary = "Tells the source no longer, and forgets what waits")
    public void delete(@PathParam("source") String source) {
        if (!webhooks.remove(source)) {
            throw SyncException.unknown();
        }
    }

    @GET
    @Path("/sync")
    @RolesAllowed({"steward", "operator", "admin"})
    @Operation(summary = "What the source is still to be told, and what was given up (status=dead)")
    public Backlog list(@PathParam("source") String source, @QueryParam("status") @Nullable String status) {
        sources.get(source);
        return new Backlog(table.list(source, status, LISTED));
    }

    @POST
    @Path("/sync/retry")
    @RolesAllowed({"operator", "admin"})
    @Operation(summary = "Tries once more what was given up")
    public Revived retry(@PathParam("source") String source) {
        sources.get(source);
        return new Revived(table.revive(source));
    }

    @GET
    @Path("/sync/preview")
    @RolesAllowed({"steward", "operator", "admin"})
    @Operation(summary = "What the source would be told now; tells nobody")
    public Preview preview(
            @PathParam("source") String source,
            @QueryParam("next") @Nullable UUID next,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        sources.get(source);
        var wanted = records.wanted().getOrDefault(source, Set.of());
        int size = Math.max(1, Math.min(limit, LISTED));
        var customers = records.customers(source, next == null ? BEFORE_ALL : next, size);
        var more = customers.size() < size ? null : customers.get(size - 1);
        return new Preview(differences.list(customers, Map.of(source, wanted)), more);
    }

    private static void check(@Nullable String url) {
        try {
            var uri = URI.create(url == null ? "" : url);
            boolean safe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
            if (safe && uri.getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw SyncException.badUrl();
        }
        throw SyncException.badUrl();
    }

    private static final class SyncException extends ProblemException {

        private SyncException(int status, String code, String message, List<Fault> faults) {
            super(status, code, message, faults);
        }

        static SyncException unknown() {
            return new SyncException(404, "unknown-webhook", "The source has no webhook", List.of());
        }

        static SyncException badUrl() {
            var fault = new Fault("/url", "An https URL is needed; http only to this machine");
            return new SyncException(422, "invalid-webhook", "The webhook cannot be used", List.of(fault));
        }
    }
}
