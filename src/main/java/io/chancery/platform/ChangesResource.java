package io.chancery.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of changes, for systems that want to keep up. */
@Path("/api/v1/changes")
@Tag(name = "Changes")
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,19})\\.([0-9a-f-]{36})");
    private static final UUID FIRST = new UUID(0, 0);
    private static final int LIMIT = 1000;

    private final Sql sql;
    private final SecurityIdentity caller;

    ChangesResource(Sql sql, SecurityIdentity caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** One change; its cursor is where to go on after it. */
    record Change(
            String cursor,
            String topic,
            String subject,
            Instant at,
            @JsonRawValue String payload) {}

    /** Some changes, oldest first; {@code next} for the parameter {@code after}, missing if there was nothing new. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changes(List<Change> items, @Nullable String next) {}

    @GET
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CHANGE, detail = "after")
    @Transactional
    @Operation(
            summary = "What has changed since a cursor, oldest first",
            description =
                    "Never skips a change: it ends before the oldest transaction that is still open. Kept for 30 days."
                            + " Of messages, a system sees its own.")
    public Changes list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("100") int limit) {
        var text = """
                select tx, id, topic, subject, at, payload from outbox
                where (tx, id) > (?::xid8, ?) and topic <> ? and (client_id is null or client_id = ?
                        or ?::uuid is null and not exists (
                            select from api_client where api_client.id = client_id and kind = 'test'))
                    and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by tx, id limit ?
                """;
        var cursor = CURSOR.matcher(after == null ? "0." + FIRST : after);
        if (!cursor.matches() || limit < 1 || limit > LIMIT) {
            throw new InvalidCursorException();
        }
        var clientId = ApiClient.limit(caller, Set.of("operator", "admin"));
        var items = sql.run(text, statement -> {
            statement.setString(1, cursor.group(1));
            statement.setObject(2, UUID.fromString(cursor.group(2)));
            statement.setString(3, Outbox.WEBHOOK_TEST);
            statement.setObject(4, clientId);
            statement.setObject(5, clientId);
            statement.setInt(6, limit);
            return Sql.rows(
                    statement,
                    row -> new Change(
                            row.getString(1) + "." + row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getString(6)));
        });
        return new Changes(
                items, items.isEmpty() ? null : items.get(items.size() - 1).cursor());
    }

    /** The cursor is not one of ours, or the limit is out of bounds. */
    static final class InvalidCursorException extends ProblemException {
        InvalidCursorException() {
            super(
                    400,
                    "invalid-query",
                    "A query parameter is not valid",
                    List.of(new Fault("/after", "must be a cursor of this feed, with a limit of 1 to " + LIMIT)));
        }
    }
}
