package io.chancery.message.store;

import io.chancery.archive.Delivery;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Copies of messages, to others in a role. */
@ApplicationScoped
public class CopyTable {

    private final Sql sql;

    CopyTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A copy that was asked for.
     *
     * @param ucid under which it was accepted
     */
    public record Copy(UUID id, UUID messageId, String role, UUID customerId, String ucid, String language) {}

    /** Puts copies on record, in the caller's transaction. */
    public void insert(List<Copy> copies) {
        var text = "insert into copy (id, message_id, role, customer_id, ucid, language) values (?, ?, ?, ?, ?, ?)";
        sql.run(text, statement -> {
            for (var copy : copies) {
                statement.setObject(1, copy.id());
                statement.setObject(2, copy.messageId());
                statement.setString(3, copy.role());
                statement.setObject(4, copy.customerId());
                statement.setString(5, copy.ucid());
                statement.setString(6, copy.language());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** The copies that these deliveries belong to, by their ids; most messages have none, and cost nothing. */
    public Map<UUID, Copy> of(Collection<Delivery> deliveries) {
        var ids = deliveries.stream()
                .map(Delivery::copyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var text = "select id, message_id, role, customer_id, ucid, language from copy where id = any (?)";
        return sql
                .run(text, statement -> {
                    Sql.setUuids(statement, 1, ids.stream());
                    return Sql.rows(statement, CopyTable::copy);
                })
                .stream()
                .collect(Collectors.toMap(Copy::id, Function.identity()));
    }

    private static Copy copy(ResultSet row) throws SQLException {
        return new Copy(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6));
    }
}
