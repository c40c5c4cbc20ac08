package io.chancery.message.store;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The times at which somebody has to look whether deliveries have come far enough. */
@ApplicationScoped
public class DeadlineTable {

    private final Sql sql;

    DeadlineTable(Sql sql) {
        this.sql = sql;
    }

    /** Adds deliveries in the caller's transaction. */
    public void add(List<UUID> deliveryIds, Instant dueAt) {
        var text = "insert into delivery_deadline (due_at, delivery_id) select ?, * from unnest(?::uuid[])"
                + " on conflict do nothing";
        sql.run(text, statement -> {
            statement.setObject(1, dueAt.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, deliveryIds.stream());
            return statement.executeUpdate();
        });
    }

    /** Takes out the first that is due, in the caller's transaction; one that another node looks after is passed over. */
    public Optional<UUID> take(Instant now) {
        var text = """
                delete from delivery_deadline where (due_at, delivery_id) in (
                    select due_at, delivery_id from delivery_deadline where due_at <= ?
                    order by due_at, delivery_id limit 1 for update skip locked)
                returning delivery_id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }
}
