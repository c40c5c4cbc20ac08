package io.chancery.platform.webhook;

import io.chancery.platform.Sql;
import io.chancery.platform.webhook.Due.Endpoint;
import io.chancery.platform.webhook.Due.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is still to be sent to webhooks. */
@ApplicationScoped
class DeliveryTable {

    private final Sql sql;
    private final Clock clock;

    DeliveryTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What has become of an attempt.
     *
     * @param attempts how many there have been now
     * @param lastStatus HTTP; 0 if there was no answer
     * @param nextAttempt null if there is none
     */
    record Result(
            Due due,
            int attempts,
            int lastStatus,
            String lastFailure,
            @Nullable Instant nextAttempt) {

        String status() {
            if (nextAttempt != null) {
                return "waiting";
            }
            return lastFailure.isEmpty() ? "delivered" : "failed";
        }
    }

    /**
     * Takes for each webhook what is due, oldest first. The attempt is on record before anything is sent. Nobody else sends
     * it during the lease; if this node is killed, it is due again then.
     *
     * @param busy how many this node is sending to each webhook
     * @param most how many it sends to one at a time
     */
    @Transactional
    List<Due> take(Map<UUID, Integer> busy, int most, Duration lease) {
        var text = """
                with due as (
                    select next.webhook_id, next.event_id
                    from webhook
                        left join unnest(?::uuid[], ?::bigint[]) as busy (id, sending) on busy.id = webhook.id
                        cross join lateral (
                            select webhook_id, event_id from webhook_delivery
                            where webhook_id = webhook.id and status = 'waiting' and next_attempt_at <= ?
                            order by next_attempt_at, event_id
                            limit greatest(0, ? - coalesce(busy.sending, 0)) for update skip locked) as next
                    where webhook.enabled),
                taken as (
                    update webhook_delivery as told
                    set attempts = attempts + 1, next_attempt_at = ?, last_attempt_at = ?
                    from due where told.webhook_id = due.webhook_id and told.event_id = due.event_id
                    returning told.*)
                select taken.webhook_id, event_id, attempts, topic, subject, taken.at, payload, url, secret,
                    case when old_secret_until > ? then old_secret end
                from taken join webhook on webhook.id = taken.webhook_id
                    join outbox on outbox.tx = taken.tx and outbox.id = taken.event_id
                order by event_id
                """;
        var entries = List.copyOf(busy.entrySet());
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, entries.stream().map(Map.Entry::getKey));
            Sql.setBigints(statement, 2, entries.stream().map(entry -> (long) entry.getValue()));
            statement.setObject(3, now());
            statement.setInt(4, most);
            statement.setObject(5, now().plus(lease));
            statement.setObject(6, now());
            statement.setObject(7, now());
            return Sql.rows(statement, DeliveryTable::due);
        });
    }

    private static Due due(ResultSet row) throws SQLException {
        var secrets = Stream.of(row.getBytes(9), row.getBytes(10));
        return new Due(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                new Event(
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7)),
                new Endpoint(
                        row.getString(8), secrets.flatMap(Stream::ofNullable).toList()));
    }

    /** Says what has become of attempts. One that has been made again, or is to be, is passed over. */
    @Transactional
    void close(List<Result> results) {
        var text = """
                update webhook_delivery as told set status = given.status, attempts = given.attempts,
                    last_status = given.last_status, last_failure = given.last_failure, next_attempt_at = given.next_attempt_at
                from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[])
                    as given (webhook_id, event_id, attempt, status, attempts, last_status, last_failure, next_attempt_at)
                where told.webhook_id = given.webhook_id and told.event_id = given.event_id
                    and told.attempts = given.attempt and told.status = 'waiting'
                """;
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, results.stream().map(one -> one.due().webhookId()));
            Sql.setUuids(statement, 2, results.stream().map(one -> one.due().eventId()));
            Sql.setBigints(
                    statement, 3, results.stream().map(one -> (long) one.due().attempt()));
            Sql.setTexts(statement, 4, results.stream().map(Result::status));
            Sql.setBigints(statement, 5, results.stream().map(one -> (long) one.attempts()));
            Sql.setBigints(statement, 6, results.stream().map(one -> (long) one.lastStatus()));
            Sql.setTexts(statement, 7, results.stream().map(Result::lastFailure));
            var next = results.stream().map(DeliveryTable::nextAttempt).toArray();
            statement.setArray(8, statement.getConnection().createArrayOf("timestamptz", next));
            return statement.executeUpdate();
        });
    }

    private static @Nullable OffsetDateTime nextAttempt(Result result) {
        return result.nextAttempt() == null ? null : result.nextAttempt().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
