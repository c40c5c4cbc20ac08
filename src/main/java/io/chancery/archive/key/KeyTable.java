package io.chancery.archive.key;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Wrapped keys of customers. */
@ApplicationScoped
class KeyTable {

    private final Sql sql;
    private final Clock clock;

    KeyTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A wrapped key.
     *
     * @param wrapped null once the customer was erased
     * @param settled whether the transaction that made it has ended
     */
    record Row(UUID customerId, byte @Nullable [] wrapped, boolean settled) {}

    List<Row> read(Collection<UUID> customerIds) {
        var text = """
                select customer_id, wrapped, tx is distinct from pg_current_xact_id_if_assigned()
                from customer_key where customer_id = any (?)
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            return Sql.rows(
                    statement, row -> new Row(row.getObject(1, UUID.class), row.getBytes(2), row.getBoolean(3)));
        });
    }

    /** Adds keys in the caller's transaction; customers who have one meanwhile keep it. */
    void insert(List<Row> made) {
        var text = """
                insert into customer_key (customer_id, wrapped, created_at)
                select customer_id, wrapped, ? from unnest(?::uuid[], ?::bytea[]) as made (customer_id, wrapped)
                on conflict (customer_id) do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setArray(statement, 2, "uuid", made, Row::customerId);
            Sql.setBytes(statement, 3, made.stream().map(Row::wrapped));
            return statement.executeUpdate();
        });
    }

    /**
     * The wrapped key of one delivery of an erased customer.
     *
     * @param wrapped for the delivery
     */
    record Kept(UUID deliveryId, UUID customerId, byte[] wrapped) {}

    List<Kept> kept(Collection<UUID> deliveryIds) {
        var text = "select delivery_id, customer_id, wrapped from kept_key where delivery_id = any (?)";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return Sql.rows(
                    statement,
                    row -> new Kept(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3)));
        });
    }

    void keep(List<Kept> kept) {
        if (kept.isEmpty()) {
            return;
        }
        var text = """
                insert into kept_key (delivery_id, customer_id, wrapped)
                select * from unnest(?::uuid[], ?::uuid[], ?::bytea[]) on conflict (delivery_id) do nothing
                """;
        sql.run(text, statement -> {
            Sql.setArray(statement, 1, "uuid", kept, Kept::deliveryId);
            Sql.setArray(statement, 2, "uuid", kept, Kept::customerId);
            Sql.setBytes(statement, 3, kept.stream().map(Kept::wrapped));
            return statement.executeUpdate();
        });
    }

    /** An empty key stays: whoever has one is given no other. */
    void empty(Collection<UUID> customerIds) {
        var text = """
                insert into customer_key (customer_id, wrapped, created_at) select id, null, ? from unnest(?::uuid[]) as id
                on conflict (customer_id) do update set wrapped = null
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, customerIds.stream().sorted());
            return statement.executeUpdate();
        });
    }
}
