package io.chancery.platform.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What webhooks were told, and what they are told once more. */
@ApplicationScoped
public class LogTable {

    private final Sql sql;
    private final Clock clock;

    LogTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What a webhook was told, or is to be told.
     *
     * @param id of the event, which the receiver sees as {@code webhook-id}
     * @param subject id of the message
     * @param status waiting, delivered or failed
     */
    public record Entry(
            UUID id,
            String type,
            String subject,
            Instant at,
            String status,
            @JsonUnwrapped Attempts attempts) {}

    /**
     * How that went.
     *
     * @param lastStatus HTTP
     * @param lastFailure in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempts(
            int attempts,
            @Nullable Instant lastAttemptAt,
            @Nullable Integer lastStatus,
            @Nullable String lastFailure,
            @Nullable Instant nextAttemptAt) {}

    /**
     * Which part of the past is told once more.
     *
     * @param all whether what was taken is told again, too
     */
    record Period(Instant from, Instant until, boolean all) {}

    /** The newest first, beginning before an event. */
    List<Entry> list(UUID webhookId, @Nullable String status, UUID before, int limit) {
        var text = """
                select event_id, topic, subject, told.at, status, attempts, last_attempt_at, last_status, last_failure,
                    next_attempt_at
                from webhook_delivery as told join outbox on outbox.tx = told.tx and outbox.id = told.event_id
                where webhook_id = ? and event_id < ? and (?::text is null or status = ?)
                order by event_id desc limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, webhookId);
            statement.setObject(2, before);
            statement.setString(3, status);
            statement.setString(4, status);
            statement.setInt(5, limit);
            return Sql.rows(statement, LogTable::entry);
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        int status = row.getInt(8);
        var failure = row.getString(9);
        return new Entry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                new Attempts(
                        row.getInt(6),
                        WebhookTable.instant(row, 7),
                        status == 0 ? null : status,
                        failure.isEmpty() ? null : failure,
                        WebhookTable.instant(row, 10)));
    }

    /** Has the webhook told of an event once more; false if it never was. */
    @Transactional
    boolean replay(UUID webhookId, UUID eventId) {
        var text = """
                update webhook_delivery set status = 'waiting', attempts = 0, next_attempt_at = ?
                where webhook_id = ? and event_id = ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, now());
            statement.setObject(2, webhookId);
            statement.setObject(3, eventId);
            return statement.executeUpdate() > 0;
        });
    }

    /**
     * Has the webhook told of a part of the past: of what it did not take, and of what happened while it was disabled, or
     * was not there.
     *
     * @return of how many events
     */
    @Transactional
    int replay(UUID webhookId, Period period) {
        var text = """
                insert into webhook_delivery as told (webhook_id, event_id, tx, at, next_attempt_at)
                select webhook.id, outbox.id, outbox.tx, outbox.at, ?
                from webhook join outbox on outbox.at >= ? and outbox.at < ? and topic = any (events)
                    and (webhook.client_id = outbox.client_id or everybody and not exists (
                            select from api_client where api_client.id = outbox.client_id and kind = 'test'))
                where webhook.id = ?
                on conflict (webhook_id, event_id) do update
                    set status = 'waiting', attempts = 0, next_attempt_at = excluded.next_attempt_at
                    where told.status = 'failed' or told.status = 'delivered' and ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, now());
            statement.setObject(2, period.from().atOffset(ZoneOffset.UTC));
            statement.setObject(3, period.until().atOffset(ZoneOffset.UTC));
            statement.setObject(4, webhookId);
            statement.setBoolean(5, period.all());
            return statement.executeUpdate();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
