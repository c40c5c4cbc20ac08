package io.chancery.message.refusal;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What customers wait for when they refuse something. */
@ApplicationScoped
class RefusalTable {

    private static final int AT_ONCE = 1000;

    private final Sql sql;

    RefusalTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * The open deliveries that these customers are to read, under whichever of their ids and be it as a copy, and whose
     * date has come. For those of a later date the guards are asked then.
     *
     * <p>«offset 0» keeps the planner from joining whole tables: few customers refuse something, so each goes by index.
     */
    List<UUID> waiting(Collection<UUID> customerIds, Instant now) {
        var text = """
                select distinct waiting.id
                from unnest(?::uuid[]) as asked (id)
                cross join lateral (
                    select current_id from current_customer where customer_id = asked.id offset 0) as customer
                cross join lateral (
                    select customer_id from current_customer where current_id = customer.current_id offset 0) as reader
                cross join lateral (
                    select delivery.id, message.send_at, delivery.status
                    from message join delivery on delivery.message_id = message.id and delivery.copy_id is null
                    where message.customer_id = reader.customer_id and not message.test
                    union all
                    select delivery.id, message.send_at, delivery.status
                    from copy join message on message.id = copy.message_id and not message.test
                        join delivery on delivery.message_id = message.id and delivery.copy_id = copy.id
                    where copy.customer_id = reader.customer_id) as waiting
                where waiting.send_at <= ? and waiting.status in ('accepted', 'rendered', 'queued', 'sending', 'held')
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** Notes deliveries whose hand-over has begun, in the caller's transaction. */
    void note(Collection<UUID> deliveryIds) {
        if (deliveryIds.isEmpty()) {
            return;
        }
        var text = "insert into refused_attempt select * from unnest(?::uuid[]) on conflict do nothing";
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return statement.executeUpdate();
        });
    }

    /** Those that are noted, some of many. */
    List<UUID> noted() {
        return sql.run("select delivery_id from refused_attempt order by delivery_id limit ?", statement -> {
            statement.setInt(1, AT_ONCE);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** Takes out those of the deliveries that are noted, in the caller's transaction. */
    List<UUID> take(Collection<UUID> deliveryIds) {
        var text = "delete from refused_attempt where delivery_id = any (?) returning delivery_id";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }
}
