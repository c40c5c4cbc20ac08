package io.chancery.archive.retention;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of deliveries that says how long they are kept. */
@ApplicationScoped
class DutyTable {

    /** That a document was opened, or complained about, does not prolong its period. */
    private static final String FACTS = """
            select delivery.id, delivery.channel, delivery.status, coalesce(version.document_class, 'letter'), last.at
            from delivery
                left join template_version as version on version.id = delivery.template_version_id
                left join lateral (select max(at) as at from event
                    where delivery_id = delivery.id and kind not in ('opened', 'complained')) as last on true
            """;

    private final Sql sql;

    DutyTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where a delivery stands.
     *
     * @param ended when it came there; null if nothing has happened to it
     */
    record Fact(
            UUID deliveryId,
            Channel channel,
            DeliveryStatus status,
            String documentClass,
            @Nullable Instant ended) {}

    List<Fact> facts(Collection<UUID> deliveryIds) {
        return sql.run(FACTS + "where delivery.id = any (?) order by delivery.id", statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return Sql.rows(statement, DutyTable::fact);
        });
    }

    /** Of what these customers got, after one of them. */
    List<Fact> ofCustomers(Set<UUID> customerIds, UUID after, int limit) {
        var text = FACTS + "where delivery.customer_id = any (?) and delivery.id > ? order by delivery.id limit ?";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            statement.setObject(2, after);
            statement.setInt(3, limit);
            return Sql.rows(statement, DutyTable::fact);
        });
    }

    /** Of all that was accepted after one delivery and before a time. */
    List<Fact> between(UUID after, Instant end, int limit) {
        var text = FACTS + "where delivery.id > ? and delivery.id < ? order by delivery.id limit ?";
        return sql.run(text, statement -> {
            statement.setObject(1, after);
            statement.setObject(2, IdGenerator.floor(end));
            statement.setInt(3, limit);
            return Sql.rows(statement, DutyTable::fact);
        });
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var ended = row.getObject(5, OffsetDateTime.class);
        return new Fact(
                row.getObject(1, UUID.class),
                new Channel(row.getString(2)),
                DeliveryStatus.of(row.getString(3)),
                row.getString(4),
                ended == null ? null : ended.toInstant());
    }

    /** The holds that are in force, by delivery; those under none are missing. */
    Map<UUID, List<UUID>> holds(Collection<UUID> deliveryIds) {
        var found = new HashMap<UUID, List<UUID>>();
        sql.run("select delivery_id, hold_id from holds_on(?) order by hold_id", statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return Sql.rows(
                    statement,
                    row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class)));
        });
        return found;
    }
}
