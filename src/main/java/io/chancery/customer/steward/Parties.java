package io.chancery.customer.steward;

import io.chancery.customer.OperationResult.Party;
import io.chancery.customer.registry.RecordName;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells how customers stand, as the transaction sees them. */
@ApplicationScoped
class Parties {

    private final Sql sql;

    Parties(Sql sql) {
        this.sql = sql;
    }

    List<Party> list(Collection<UUID> customers) {
        var text = """
                select customer.id, customer.ucid, survivor.ucid from customer
                    left join customer as survivor on survivor.id = customer.merged_into
                where customer.id = any (?) order by customer.id
                """;
        var records = records(customers);
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customers.stream());
            return Sql.rows(statement, row -> {
                var survivor = row.getString(3);
                return new Party(
                        new Ucid(row.getString(2)),
                        survivor == null ? null : new Ucid(survivor),
                        records.getOrDefault(row.getObject(1, UUID.class), List.of()));
            });
        });
    }

    private Map<UUID, List<RecordName>> records(Collection<UUID> customers) {
        var text = """
                select link.customer_id, record.source, record.external_id
                from link join source_record as record on record.id = link.record_id
                where link.customer_id = any (?) order by record.source, record.external_id
                """;
        var found = new HashMap<UUID, List<RecordName>>();
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customers.stream());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new RecordName(row.getString(2), row.getString(3)));
                }
            }
            return found;
        });
        return found;
    }
}
