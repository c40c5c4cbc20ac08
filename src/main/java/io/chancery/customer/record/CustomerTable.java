package io.chancery.customer.record;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Customers and their links to records, in batches. */
@ApplicationScoped
class CustomerTable {

    private final Sql sql;
    private final IdGenerator ids;

    CustomerTable(Sql sql, IdGenerator ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /**
     * Opens one customer for each new record and links them.
     *
     * @return the customer of each record
     */
    Map<UUID, UUID> open(List<UUID> recordIds, Instant at) {
        var customerIds = Stream.generate(ids::next).limit(recordIds.size()).toList();
        insert(customerIds, at.atOffset(ZoneOffset.UTC));
        link(recordIds, customerIds, at.atOffset(ZoneOffset.UTC));
        var opened = new HashMap<UUID, UUID>();
        for (int i = 0; i < recordIds.size(); i++) {
            opened.put(recordIds.get(i), customerIds.get(i));
        }
        return opened;
    }

    private void insert(List<UUID> customerIds, OffsetDateTime at) {
        var ucids = nextUcids(customerIds.size());
        var text = """
                insert into customer (id, ucid, version, created_at, changed_at)
                select id, ucid, 1, ?, ? from unnest(?::uuid[], ?::text[]) as opened (id, ucid)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at);
            statement.setObject(2, at);
            Sql.setUuids(statement, 3, customerIds.stream());
            Sql.setTexts(statement, 4, ucids.stream().map(Ucid::text));
            return statement.executeUpdate();
        });
    }

    private List<Ucid> nextUcids(int count) {
        return sql.run("select nextval('ucid_number') from generate_series(1, ?)", statement -> {
            statement.setInt(1, count);
            return Sql.rows(statement, row -> Ucid.ofNumber(row.getLong(1)));
        });
    }

    private void link(List<UUID> recordIds, List<UUID> customerIds, OffsetDateTime at) {
        var text = """
                insert into link (record_id, customer_id, score, rule, origin, linked_at)
                select record_id, customer_id, 1, 'own-record', 'auto', ?
                from unnest(?::uuid[], ?::uuid[]) as opened (record_id, customer_id)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at);
            Sql.setUuids(statement, 2, recordIds.stream());
            Sql.setUuids(statement, 3, customerIds.stream());
            return statement.executeUpdate();
        });
    }

    /** The customer of each record. */
    Map<UUID, UUID> owners(Collection<UUID> recordIds) {
        var text = "select record_id, customer_id from link where record_id = any (?)";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, recordIds.stream());
            var owners = new HashMap<UUID, UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    owners.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return owners;
        });
    }
}
