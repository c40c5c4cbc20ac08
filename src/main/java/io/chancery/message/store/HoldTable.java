package io.chancery.message.store;

import io.chancery.platform.Sql;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deliveries that wait for a person. */
@ApplicationScoped
public class HoldTable {

    private final Sql sql;

    HoldTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A delivery that is held.
     *
     * @param stopId the order that holds it; null for another reason
     * @param rendered whether it had been rendered already
     * @param expiresAt when it is given up
     */
    public record Held(
            UUID deliveryId,
            UUID messageId,
            Reason reason,
            @Nullable UUID stopId,
            boolean rendered,
            Instant since,
            Instant expiresAt) {

        static Held read(ResultSet row) throws SQLException {
            return new Held(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    Reason.of(row.getString(3)),
                    row.getObject(4, UUID.class),
                    row.getBoolean(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    row.getObject(7, OffsetDateTime.class).toInstant());
        }
    }

    /** Which deliveries are meant; null for whatever it is. */
    public record Filter(
            @Nullable Reason reason,
            @Nullable String template,
            @Nullable String channel,
            @Nullable UUID stopId) {

        /** Those that one order holds. */
        public static Filter of(UUID stopId) {
            return new Filter(null, null, null, stopId);
        }
    }

    /** Adds deliveries in the caller's transaction. */
    public void add(List<Held> held) {
        var text = """
                insert into hold (delivery_id, message_id, reason, stop_id, rendered, since, expires_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """;
        sql.run(text, statement -> {
            for (var one : held) {
                statement.setObject(1, one.deliveryId());
                statement.setObject(2, one.messageId());
                statement.setString(3, one.reason().code());
                statement.setObject(4, one.stopId());
                statement.setBoolean(5, one.rendered());
                statement.setObject(6, one.since().atOffset(ZoneOffset.UTC));
                statement.setObject(7, one.expiresAt().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Takes deliveries out, in the caller's transaction, and returns those that were held. */
    public List<Held> take(Collection<UUID> deliveryIds) {
        var text = "delete from hold where delivery_id = any (?)"
                + " returning delivery_id, message_id, reason, stop_id, rendered, since, expires_at";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return Sql.rows(statement, Held::read);
        });
    }

    /** The first whose time is over; one that another node looks after is passed over. */
    public List<UUID> due(Instant now, int limit) {
        var text = "select delivery_id from hold where expires_at <= ? order by expires_at limit ?"
                + " for update skip locked";
        return sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** Those that the filter lets through, in the order of their ids. */
    public List<Held> list(Filter filter, @Nullable UUID after, int limit) {
        var text = """
                select hold.delivery_id, hold.message_id, hold.reason, stop_id, rendered, since, hold.expires_at
                from hold join message on message.id = hold.message_id join delivery on delivery.id = hold.delivery_id
                where hold.delivery_id > coalesce(?, '00000000-0000-0000-0000-000000000000'::uuid)
                    and (?::text is null or reason = ?) and (?::text is null or template = ?)
                    and (?::text is null or channel = ?) and (?::uuid is null or stop_id = ?)
                order by hold.delivery_id limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, after);
            var reason = filter.reason() == null ? null : filter.reason().code();
            statement.setString(2, reason);
            statement.setString(3, reason);
            statement.setString(4, filter.template());
            statement.setString(5, filter.template());
            statement.setString(6, filter.channel());
            statement.setString(7, filter.channel());
            statement.setObject(8, filter.stopId());
            statement.setObject(9, filter.stopId());
            statement.setInt(10, limit);
            return Sql.rows(statement, Held::read);
        });
    }

    /** How many wait for which reason, of so many at most. */
    public Map<Reason, Long> counts(int most) {
        var text = "select reason, count(*) from (select reason from hold limit ?) as held group by reason";
        return sql.run(text, statement -> {
            statement.setInt(1, most);
            var counts = new EnumMap<Reason, Long>(Reason.class);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(Reason.of(row.getString(1)), row.getLong(2));
                }
            }
            return counts;
        });
    }
}
