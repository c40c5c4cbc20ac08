package io.chancery.customer.registry;

import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers: opened, merged and revived in batches; never deleted, so that no UCID is given twice. */
@ApplicationScoped
class CustomerTable {

    private final Sql sql;

    CustomerTable(Sql sql) {
        this.sql = sql;
    }

    void open(List<UUID> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        var ucids = nextUcids(ids.size());
        var text = """
                insert into customer (id, ucid, version, created_at, changed_at)
                select id, ucid, 1, ?, ? from unnest(?::uuid[], ?::text[]) as opened (id, ucid)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 3, ids.stream());
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

    Map<UUID, Ucid> ucids(Collection<UUID> ids) {
        var found = new HashMap<UUID, Ucid>();
        sql.run("select id, ucid from customer where id = any (?)", statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), new Ucid(row.getString(2)));
                }
            }
            return found;
        });
        return found;
    }

    /** Makes customers, and all their aliases, aliases of their survivors. */
    void merge(Map<UUID, UUID> survivorOf, Instant at) {
        if (survivorOf.isEmpty()) {
            return;
        }
        var text = """
                update customer set merged_into = merged.survivor, merged_at = coalesce(customer.merged_at, ?),
                    version = version + 1, changed_at = ?
                from unnest(?::uuid[], ?::uuid[]) as merged (loser, survivor)
                where (customer.id = merged.loser or customer.merged_into = merged.loser)
                    and customer.id <> merged.survivor
                """;
        var ordered = List.copyOf(survivorOf.entrySet());
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 3, ordered.stream().map(Map.Entry::getKey));
            Sql.setUuids(statement, 4, ordered.stream().map(Map.Entry::getValue));
            return statement.executeUpdate();
        });
    }

    /** Customers that have records are nobody's alias. */
    void revive(Collection<UUID> ids, Instant at) {
        var text = """
                update customer set merged_into = null, merged_at = null, version = version + 1, changed_at = ?
                where id = any (?) and merged_into is not null
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, ids.stream());
            return statement.executeUpdate();
        });
    }
}
