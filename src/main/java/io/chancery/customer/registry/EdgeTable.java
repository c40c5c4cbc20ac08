package io.chancery.customer.registry;

import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** How alike pairs of records are: in bits by the model, or decided by a person. */
@ApplicationScoped
class EdgeTable {

    private static final int ROWS_AT_ONCE = 10_000;

    private final Sql sql;

    EdgeTable(Sql sql) {
        this.sql = sql;
    }

    /** Forgets what the model said about these records. */
    void delete(Collection<UUID> records) {
        if (records.isEmpty()) {
            return;
        }
        sql.run("delete from match_edge where record_a = any (?) or record_b = any (?)", statement -> {
            Sql.setUuids(statement, 1, records.stream());
            Sql.setUuids(statement, 2, records.stream());
            return statement.executeUpdate();
        });
    }

    void insert(Map<RecordPair, Double> weights) {
        if (weights.isEmpty()) {
            return;
        }
        var text = """
                insert into match_edge (record_a, record_b, weight)
                select * from unnest(?::uuid[], ?::uuid[], ?::real[])
                on conflict (record_a, record_b) do update set weight = excluded.weight
                """;
        var ordered = List.copyOf(weights.entrySet());
        sql.run(text, statement -> {
            Sql.setUuids(
                    statement, 1, ordered.stream().map(entry -> entry.getKey().a()));
            Sql.setUuids(
                    statement, 2, ordered.stream().map(entry -> entry.getKey().b()));
            Sql.setReals(statement, 3, ordered.stream().map(Map.Entry::getValue));
            return statement.executeUpdate();
        });
    }

    /** Forgets everything, and keeps these instead. */
    void replaceAll(Stream<Known> known) {
        sql.run("delete from match_edge", PreparedStatement::executeUpdate);
        var batch = new LinkedHashMap<RecordPair, Double>();
        known.forEach(one -> {
            batch.put(one.pair(), one.weight());
            if (batch.size() == ROWS_AT_ONCE) {
                insert(batch);
                batch.clear();
            }
        });
        insert(batch);
    }

    /** Everything known that touches these records; a decision beside the weight. */
    List<Known> touching(Collection<UUID> records) {
        var text = """
                select record_a, record_b, 'WEIGHED', weight from match_edge where record_a = any (?)
                union all
                select record_a, record_b, 'WEIGHED', weight from match_edge where record_b = any (?)
                union all
                select record_a, record_b, upper(verdict), 0 from match_decision where record_a = any (?)
                union all
                select record_a, record_b, upper(verdict), 0 from match_decision where record_b = any (?)
                """;
        return sql.run(text, statement -> {
            for (int i = 1; i <= 4; i++) {
                Sql.setUuids(statement, i, records.stream());
            }
            return Sql.rows(
                    statement,
                    row -> new Known(
                            new RecordPair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                            Known.Kind.valueOf(row.getString(3)),
                            row.getDouble(4)));
        });
    }

    /** The other records of the customers to whom these belong. */
    Map<UUID, UUID> siblings(Collection<UUID> records) {
        var text = """
                select sibling.record_id, sibling.customer_id from link join link as sibling using (customer_id)
                where link.record_id = any (?)
                """;
        var found = new HashMap<UUID, UUID>();
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, records.stream());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return found;
        });
        return found;
    }
}
