package io.chancery.archive.record;

import io.chancery.archive.Delivery;
import io.chancery.archive.NewDelivery;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deliveries, in batches: one statement however many there are. */
@ApplicationScoped
public class DeliveryTable {

    private final Sql sql;

    public DeliveryTable(Sql sql) {
        this.sql = sql;
    }

    public void insert(List<NewDelivery> opened) {
        var text = """
                insert into delivery (id, customer_id, message_id, copy_id, channel, status, template_version_id, run_id)
                select opened.id, opened.customer_id, message_id, copy_id, channel, 'accepted', template_version_id, run_id
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[])
                        as opened (id, customer_id, message_id, copy_id, channel)
                    left join message on message.id = opened.message_id
                """;
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, opened.stream().map(NewDelivery::id));
            Sql.setUuids(statement, 2, opened.stream().map(NewDelivery::customerId));
            Sql.setUuids(statement, 3, opened.stream().map(NewDelivery::messageId));
            Sql.setUuids(statement, 4, opened.stream().map(NewDelivery::copyId));
            Sql.setTexts(
                    statement,
                    5,
                    opened.stream().map(delivery -> delivery.channel().name()));
            return statement.executeUpdate();
        });
    }

    /** Where a delivery stands, and who reads it. */
    public record Locked(UUID id, UUID customerId, DeliveryStatus status) {}

    /** Locked in the order of their ids, so that two writers never wait for each other. */
    public List<Locked> lock(Collection<UUID> ids) {
        var text = "select id, customer_id, status from delivery where id = any (?) order by id for update";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return Sql.rows(
                    statement,
                    row -> new Locked(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            DeliveryStatus.of(row.getString(3))));
        });
    }

    public void update(Map<UUID, DeliveryStatus> changed) {
        var text = """
                update delivery set status = changed.status
                from unnest(?::uuid[], ?::text[]) as changed (id, status)
                where delivery.id = changed.id
                """;
        var entries = List.copyOf(changed.entrySet());
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, entries.stream().map(Map.Entry::getKey));
            Sql.setTexts(
                    statement, 2, entries.stream().map(entry -> entry.getValue().code()));
            return statement.executeUpdate();
        });
    }

    public Map<UUID, List<Delivery>> ofMessages(Collection<UUID> messageIds) {
        return select("message_id", messageIds).stream().collect(Collectors.groupingBy(Delivery::messageId));
    }

    public List<Delivery> find(Collection<UUID> ids) {
        return select("id", ids);
    }

    private List<Delivery> select(String column, Collection<UUID> ids) {
        var text = "select id, customer_id, message_id, copy_id, channel, status from delivery where " + column
                + " = any (?) order by id";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return Sql.rows(statement, DeliveryTable::delivery);
        });
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                new Channel(row.getString(5)),
                DeliveryStatus.of(row.getString(6)));
    }
}
