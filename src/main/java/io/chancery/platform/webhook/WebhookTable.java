package io.chancery.platform.webhook;

import io.chancery.platform.Sql;
import io.chancery.platform.webhook.Webhook.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks. Whoever is limited to a client finds only those of it. */
@ApplicationScoped
class WebhookTable {

    private static final String SELECT = """
            select webhook.id, client.name, everybody, url, description, events, enabled, disabled_reason, failing_since,
                old_secret_until, webhook.created_at
            from webhook join api_client as client on client.id = webhook.client_id
            where (?::uuid is null or webhook.client_id = ?)""";

    private final Sql sql;
    private final Clock clock;

    WebhookTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whose it is, and whether it is told of everybody's messages. */
    record Owner(UUID clientId, boolean everybody) {}

    void insert(UUID id, Owner owner, WebhookOrder order, byte[] secret) {
        var text = """
                insert into webhook (id, client_id, everybody, url, description, events, secret, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, owner.clientId());
            statement.setBoolean(3, owner.everybody());
            statement.setString(4, order.url());
            statement.setString(5, order.description());
            Sql.setTexts(statement, 6, order.events().stream());
            statement.setBytes(7, secret);
            statement.setObject(8, now());
            return statement.executeUpdate();
        });
    }

    int count(UUID clientId) {
        return sql.run("select count(*) from webhook where client_id = ?", statement -> {
            statement.setObject(1, clientId);
            return Sql.rows(statement, row -> row.getInt(1)).get(0);
        });
    }

    List<Webhook> list(@Nullable UUID clientId) {
        return sql.run(SELECT + " order by webhook.id", statement -> {
            setClient(statement, clientId);
            return Sql.rows(statement, WebhookTable::webhook);
        });
    }

    /** Locked until the end of the transaction, if there is one, so that it changes under nobody's hands. */
    Optional<Webhook> find(UUID id, @Nullable UUID clientId) {
        return sql.run(SELECT + " and webhook.id = ? for no key update of webhook", statement -> {
            setClient(statement, clientId);
            statement.setObject(3, id);
            return Sql.rows(statement, WebhookTable::webhook).stream().findFirst();
        });
    }

    private static void setClient(PreparedStatement statement, @Nullable UUID clientId) throws SQLException {
        statement.setObject(1, clientId);
        statement.setObject(2, clientId);
    }

    /** Whoever enables it says that what was wrong is over. */
    void update(UUID id, WebhookOrder order, boolean enabled) {
        var text = """
                update webhook set url = ?, description = ?, events = ?,
                    disabled_reason = case when ? then null else disabled_reason end,
                    failing_since = case when ? and not enabled then null else failing_since end, enabled = ?
                where id = ?
                """;
        sql.run(text, statement -> {
            statement.setString(1, order.url());
            statement.setString(2, order.description());
            Sql.setTexts(statement, 3, order.events().stream());
            statement.setBoolean(4, enabled);
            statement.setBoolean(5, enabled);
            statement.setBoolean(6, enabled);
            statement.setObject(7, id);
            return statement.executeUpdate();
        });
    }

    /** What it was told is forgotten with the entries of the outbox. */
    void delete(UUID id) {
        sql.run("delete from webhook where id = ?", statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        });
    }

    void rotate(UUID id, byte[] secret, Instant oldUntil) {
        var text = "update webhook set old_secret = secret, old_secret_until = ?, secret = ? where id = ?";
        sql.run(text, statement -> {
            statement.setObject(1, oldUntil.atOffset(ZoneOffset.UTC));
            statement.setBytes(2, secret);
            statement.setObject(3, id);
            return statement.executeUpdate();
        });
    }

    void hasFailed(Collection<UUID> ids) {
        var text = "update webhook set failing_since = ? where id = any (?) and failing_since is null";
        sql.run(text, statement -> {
            statement.setObject(1, now());
            Sql.setUuids(statement, 2, ids.stream());
            return statement.executeUpdate();
        });
    }

    void hasTaken(Collection<UUID> ids) {
        var text = "update webhook set failing_since = null where id = any (?) and failing_since is not null";
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return statement.executeUpdate();
        });
    }

    /** Disables webhooks, each for its reason. */
    void disable(Map<UUID, String> reasons) {
        var text = """
                update webhook set enabled = false, disabled_reason = given.reason
                from unnest(?::uuid[], ?::text[]) as given (id, reason)
                where webhook.id = given.id and enabled
                """;
        var entries = List.copyOf(reasons.entrySet());
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, entries.stream().map(Map.Entry::getKey));
            Sql.setTexts(statement, 2, entries.stream().map(Map.Entry::getValue));
            return statement.executeUpdate();
        });
    }

    /** Those that have taken nothing since before a time. */
    List<UUID> failingSince(Instant before) {
        return sql.run("select id from webhook where enabled and failing_since < ?", statement -> {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        var events = List.of((String[]) row.getArray(6).getArray());
        return new Webhook(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3) ? "all" : "own",
                new WebhookOrder(row.getString(4), row.getString(5), events),
                new State(row.getBoolean(7), row.getString(8), instant(row, 9), instant(row, 10)),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                null);
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var date = row.getObject(column, OffsetDateTime.class);
        return date == null ? null : date.toInstant();
    }
}
