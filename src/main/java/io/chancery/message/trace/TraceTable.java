package io.chancery.message.trace;

import io.chancery.platform.Sql;
import io.chancery.platform.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which deliveries belong to a trace. */
@ApplicationScoped
class TraceTable {

    private final Sql sql;

    TraceTable(Sql sql) {
        this.sql = sql;
    }

    record Traced(UUID deliveryId, UUID messageId, TraceParent parent) {}

    /** Those of these deliveries whose message came with a trace. */
    List<Traced> find(Collection<UUID> deliveryIds) {
        var text = """
                select delivery.id, message.id, traceparent
                from delivery join message on message.id = delivery.message_id
                where delivery.id = any (?) and traceparent is not null
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return Sql.rows(
                    statement,
                    row -> new Traced(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            new TraceParent(row.getString(3))));
        });
    }
}
