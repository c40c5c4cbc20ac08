package io.chancery.message.hold;

import io.chancery.message.HeldDeliveries.StopOrder;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The orders of operators to let nothing of a template out. */
@ApplicationScoped
class StopTable {

    private final Sql sql;

    StopTable(Sql sql) {
        this.sql = sql;
    }

    /** @return whether it is new; the same may be in force already */
    @Transactional
    boolean add(StopOrder order) {
        var text = """
                insert into stop (id, template, channel, note, stopped_by, stopped_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, order.id());
            statement.setString(2, order.template());
            statement.setString(3, order.channel());
            statement.setString(4, order.note());
            statement.setString(5, order.stoppedBy());
            statement.setObject(6, order.stoppedAt().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() > 0;
        });
    }

    /** @return whether it was in force */
    @Transactional
    boolean lift(UUID id, String by, Instant now) {
        return sql.run("update stop set lifted_by = ?, lifted_at = ? where id = ? and lifted_at is null", statement -> {
            statement.setString(1, by);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setObject(3, id);
            return statement.executeUpdate() > 0;
        });
    }

    /** Those in force, oldest first. */
    List<StopOrder> inForce() {
        var text = """
                select id, template, channel, note, stopped_by, stopped_at from stop
                where lifted_at is null order by stopped_at, id
                """;
        return sql.run(
                text,
                statement -> Sql.rows(
                        statement,
                        row -> new StopOrder(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant())));
    }

    /** Deliveries of the template that wait for a provider, and whose hand-over has not begun. */
    List<UUID> waiting(StopOrder order, int limit) {
        var text = """
                select waiting.delivery_id
                from (select delivery_id from dispatch_queue union all select delivery_id from dispatch_retry) as waiting
                    join delivery on delivery.id = waiting.delivery_id
                    join message on message.id = delivery.message_id
                where template = ? and (?::text is null or channel = ?)
                    and not exists (select from open_attempt as open where open.delivery_id = waiting.delivery_id)
                limit ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, order.template());
            statement.setString(2, order.channel());
            statement.setString(3, order.channel());
            statement.setInt(4, limit);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }
}
