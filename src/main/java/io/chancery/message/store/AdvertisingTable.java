package io.chancery.message.store;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which advertising customers have got. */
@ApplicationScoped
public class AdvertisingTable {

    private final Sql sql;

    AdvertisingTable(Sql sql) {
        this.sql = sql;
    }

    /** The marketing messages by customer that were to go in this time and that a channel has carried, or is about to. */
    public Map<UUID, Set<UUID>> find(Collection<UUID> customerIds, Instant after, Instant until) {
        var text = """
                select customer_id, id from message
                where class = 'marketing' and not test and customer_id = any (?) and send_at > ? and send_at <= ?
                    and exists (select from delivery where message_id = message.id and copy_id is null
                        and status in ('rendered', 'queued', 'sending', 'uncertain', 'sent', 'delivered'))
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            statement.setObject(2, after.atOffset(ZoneOffset.UTC));
            statement.setObject(3, until.atOffset(ZoneOffset.UTC));
            var found = new HashMap<UUID, Set<UUID>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
            return found;
        });
    }
}
