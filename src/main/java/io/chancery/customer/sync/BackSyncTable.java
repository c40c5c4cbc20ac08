package io.chancery.customer.sync;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still to be sent to the sources' webhooks. */
@ApplicationScoped
class BackSyncTable {

    /** For all that is done beside sending. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Sql sql;
    private final Clock clock;

    BackSyncTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A record whose source is to be told, and where. */
    record Due(UUID recordId, String source, UUID customerId, long revision, int attempts, String url, byte[] secret) {}

    /** One entry, for people. */
    record Entry(String record, String status, int attempts, String lastFailure, Instant since, Instant nextAttempt) {}

    /** Adds records of sources that have a webhook, in the caller's transaction. */
    void note(Collection<UUID> records) {
        var text = """
                insert into back_sync as known (record_id, source, status, revision, attempts, next_attempt_at,
                    last_failure, since)
                select record.id, record.source, 'waiting', 1, 0, now.at, '', now.at
                from (select ?::timestamptz as at) as now, source_record as record
                    join source_webhook on source_webhook.source = record.source
                where record.id = any (?)
                on conflict (record_id) do update set status = 'waiting', revision = known.revision + 1, attempts = 0,
                    next_attempt_at = excluded.next_attempt_at
                """;
        sql.run(text, statement -> {
            statement.setObject(1, now());
            Sql.setUuids(statement, 2, records.stream());
            return statement.executeUpdate();
        });
    }

    /**
     * Takes some of each source that are due; the attempt is on record before anything is sent. While somebody sends
     * them nobody else does; if that node is killed they are due again.
     *
     * @param sending the longest that it may take to send them
     */
    @Transactional
    List<Due> take(int perSource, Duration sending) {
        var text = """
                with due as (select taken.record_id from source_webhook cross join lateral (
                        select record_id from back_sync
                        where back_sync.source = source_webhook.source and status = 'waiting' and next_attempt_at <= ?
                        order by next_attempt_at limit ? for update skip locked) as taken),
                    taken as (update back_sync set attempts = attempts + 1, next_attempt_at = ?
                        where record_id in (select record_id from due) returning *)
                select taken.*, link.customer_id, source_webhook.url, source_webhook.secret
                from taken join link using (record_id) join source_webhook on source_webhook.source = taken.source
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, now());
            statement.setInt(2, perSource);
            statement.setObject(3, now().plus(sending).plus(MARGIN));
            return Sql.rows(
                    statement,
                    row -> new Due(
                            row.getObject("record_id", UUID.class),
                            row.getString("source"),
                            row.getObject("customer_id", UUID.class),
                            row.getLong("revision"),
                            row.getInt("attempts"),
                            row.getString("url"),
                            row.getBytes("secret")));
        });
    }

    /** The source knows, or has known all along; what changed meanwhile stays to be sent. */
    @Transactional
    void done(Due due) {
        sql.run("delete from back_sync where record_id = ? and revision = ?", statement -> {
            statement.setObject(1, due.recordId());
            statement.setLong(2, due.revision());
            return statement.executeUpdate();
        });
    }

    /** @param pause until the next attempt; empty if there shall be none */
    @Transactional
    void failed(Due due, String failure, Optional<Duration> pause) {
        var text = """
                update back_sync set status = ?, next_attempt_at = ?, last_failure = ? where record_id = ? and revision = ?
                """;
        sql.run(text, statement -> {
            statement.setString(1, pause.isPresent() ? "waiting" : "dead");
            statement.setObject(2, now().plus(pause.orElse(Duration.ZERO)));
            statement.setString(3, failure);
            statement.setObject(4, due.recordId());
            statement.setLong(5, due.revision());
            return statement.executeUpdate();
        });
    }

    List<Entry> list(String source, @Nullable String status, int limit) {
        var text = """
                select record.external_id, status, attempts, last_failure, since, next_attempt_at
                from back_sync join source_record as record on record.id = record_id
                where back_sync.source = ? and (?::text is null or status = ?) order by since, record_id limit ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            statement.setString(2, status);
            statement.setString(3, status);
            statement.setInt(4, limit);
            return Sql.rows(
                    statement,
                    row -> new Entry(
                            row.getString(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
        });
    }

    /** Tries what was given up once more. */
    @Transactional
    int revive(String source) {
        var text = """
                update back_sync set status = 'waiting', attempts = 0, next_attempt_at = ?
                where source = ? and status = 'dead'
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, now());
            statement.setString(2, source);
            return statement.executeUpdate();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
