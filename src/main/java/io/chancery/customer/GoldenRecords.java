package io.chancery.customer;

import io.chancery.customer.Customers.RecordKey;
import io.chancery.customer.registry.CustomerRecords;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads golden records: each question is one statement. */
@ApplicationScoped
class GoldenRecords {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Sql sql;
    private final CustomerRecords records;

    GoldenRecords(Sql sql, CustomerRecords records) {
        this.sql = sql;
        this.records = records;
    }

    /** Opens a customer who has no golden record. */
    CustomerRecords.Subject open() {
        return records.open();
    }

    Optional<UUID> findId(String source, String record) {
        var key = new RecordKey(source, record);
        return Optional.ofNullable(ofRecords(List.of(key)).get(key));
    }

    /** The customers to whom these records of sources belong; nobody knows those that are missing. */
    Map<RecordKey, UUID> ofRecords(Collection<RecordKey> keys) {
        var text = """
                select record.source, record.external_id, link.customer_id
                from unnest(?::text[], ?::text[]) as asked (source, external_id)
                join source_record as record on record.source = asked.source and record.external_id = asked.external_id
                join link on link.record_id = record.id
                """;
        return sql.run(text, statement -> {
            Sql.setTexts(statement, 1, keys.stream().map(RecordKey::source));
            Sql.setTexts(statement, 2, keys.stream().map(RecordKey::record));
            var found = new HashMap<RecordKey, UUID>();
            Sql.rows(
                    statement,
                    row -> found.put(new RecordKey(row.getString(1), row.getString(2)), row.getObject(3, UUID.class)));
            return found;
        });
    }

    /** The customer that this UCID leads to today, if a record is left of it. */
    Optional<UUID> findId(Ucid ucid) {
        return Optional.ofNullable(ofUcids(List.of(ucid)).get(ucid));
    }

    /** The customers that these UCIDs lead to today; of those that are missing no record is left. */
    Map<Ucid, UUID> ofUcids(Collection<Ucid> ucids) {
        var text = """
                select current_customer.ucid, golden.customer_id
                from current_customer join golden on golden.customer_id = current_customer.current_id
                where current_customer.ucid = any (?)
                """;
        return sql.run(text, statement -> {
            Sql.setTexts(statement, 1, ucids.stream().map(Ucid::text));
            var found = new HashMap<Ucid, UUID>();
            Sql.rows(statement, row -> found.put(new Ucid(row.getString(1)), row.getObject(2, UUID.class)));
            return found;
        });
    }

    /** The customer that this UCID leads to, who was erased. */
    Optional<UUID> findErased(Ucid ucid) {
        var text = "select coalesce(merged_into, id) from customer where ucid = ? and erased_at is not null";
        return sql.run(text, statement -> {
            statement.setString(1, ucid.text());
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }

    /** All ids that lead to this customer today, its own among them. */
    List<UUID> idsOf(UUID customerId) {
        var text = "select id from customer where id = ? or merged_into = ?";
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            statement.setObject(2, customerId);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** The customers that these ids lead to today, each by the id that was asked for. */
    Map<UUID, GoldenRow> find(Collection<UUID> ids) {
        var text = """
                select current_customer.customer_id as asked_id, golden_record.*
                from current_customer join golden_record on golden_record.id = current_customer.current_id
                where current_customer.customer_id = any (?)
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            var found = new LinkedHashMap<UUID, GoldenRow>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject("asked_id", UUID.class), GoldenRow.read(row));
                }
            }
            return found;
        });
    }

    /** Customers in the order in which they came, after the last one that the caller has. */
    List<GoldenRow> list(@Nullable UUID after, int limit) {
        var text = "select * from golden_record where id > ? order by id limit ?";
        return sql.run(text, statement -> {
            statement.setObject(1, after == null ? BEFORE_ALL : after);
            statement.setInt(2, limit);
            return Sql.rows(statement, GoldenRow::read);
        });
    }

    /**
     * Customers in the order in which they came. What the words leave is sorted then: else the planner may walk through
     * all customers in their order until it has found enough.
     *
     * @param query of {@link io.chancery.customer.search.SearchQuery}
     * @param after the last one that the caller has
     */
    List<GoldenRow> search(String query, @Nullable UUID after, int limit) {
        var text = """
                with found as materialized (select customer_id from golden where search @@ ?::tsquery),
                    page as materialized (select customer_id from found where customer_id > ? order by customer_id limit ?)
                select golden_record.* from page join golden_record on golden_record.id = page.customer_id order by id
                """;
        return sql.run(text, statement -> {
            statement.setString(1, query);
            statement.setObject(2, after == null ? BEFORE_ALL : after);
            statement.setInt(3, limit);
            return Sql.rows(statement, GoldenRow::read);
        });
    }

    /** The records of each customer, by source and id. */
    Map<UUID, List<CustomerView.SourceRecord>> records(Collection<UUID> customerIds) {
        var text = """
                select link.customer_id, record.source, record.external_id, record.modified_at, record.received_at
                from link join source_record as record on record.id = link.record_id
                where link.customer_id = any (?) order by record.source, record.external_id
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            var found = new HashMap<UUID, List<CustomerView.SourceRecord>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(record(row));
                }
            }
            return found;
        });
    }

    private static CustomerView.SourceRecord record(ResultSet row) throws SQLException {
        var modified = row.getObject("modified_at", OffsetDateTime.class);
        return new CustomerView.SourceRecord(
                row.getString("source"),
                row.getString("external_id"),
                modified == null ? null : modified.toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
