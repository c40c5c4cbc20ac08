package io.chancery.customer.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.sync.Difference.Expected;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The records of sources that want to be told something. */
@ApplicationScoped
class RecordTable {

    private static final String SELECT = """
            select record.id, record.source, record.external_id, customer.id as customer_id, customer.ucid,
                customer.version, record.version as record_version, record.modified_at
            from link join source_record as record on record.id = link.record_id
                join customer on customer.id = link.customer_id
            """;

    private final Sql sql;
    private final ObjectMapper json;

    RecordTable(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A record with its customer. */
    record Kept(
            UUID recordId,
            String source,
            String externalId,
            UUID customerId,
            Ucid ucid,
            long version,
            Expected expected) {}

    /** What each source wants to be told of, or is master of; sources that want nothing are missing. */
    Map<String, Set<Attribute>> wanted() {
        var text = """
                select key, coalesce(about->'wants', '[]') || coalesce(about->'owns', '[]') from source
                where jsonb_array_length(coalesce(about->'wants', '[]') || coalesce(about->'owns', '[]')) > 0
                """;
        var wanted = new TreeMap<String, Set<Attribute>>();
        sql.run(text, statement -> {
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    wanted.put(row.getString(1), attributes(row.getString(2)));
                }
            }
            return wanted;
        });
        return wanted;
    }

    /** Who wants a part of an address is told of all of it. */
    private Set<Attribute> attributes(String list) {
        try {
            var attributes = EnumSet.noneOf(Attribute.class);
            attributes.addAll(json.readValue(list, new TypeReference<List<Attribute>>() {}));
            if (attributes.stream().anyMatch(Attribute.ADDRESS::contains)) {
                attributes.addAll(Attribute.ADDRESS);
            }
            return attributes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept list can always be read", e);
        }
    }

    List<Kept> ofCustomers(Collection<UUID> customers, Collection<String> sources) {
        return sql.run(SELECT + "where link.customer_id = any (?) and record.source = any (?)", statement -> {
            Sql.setUuids(statement, 1, customers.stream());
            Sql.setTexts(statement, 2, sources.stream());
            return Sql.rows(statement, RecordTable::kept);
        });
    }

    /** All records of these customers. */
    List<Kept> ofCustomers(Collection<UUID> customers) {
        return sql.run(SELECT + "where link.customer_id = any (?)", statement -> {
            Sql.setUuids(statement, 1, customers.stream());
            return Sql.rows(statement, RecordTable::kept);
        });
    }

    List<Kept> ofRecords(Collection<UUID> records) {
        return sql.run(SELECT + "where record.id = any (?)", statement -> {
            Sql.setUuids(statement, 1, records.stream());
            return Sql.rows(statement, RecordTable::kept);
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var modified = row.getObject("modified_at", OffsetDateTime.class);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                row.getObject("customer_id", UUID.class),
                new Ucid(row.getString("ucid")),
                row.getLong("version"),
                new Expected(row.getInt("record_version"), modified == null ? null : modified.toInstant()));
    }

    /** Customers with a record of the source, in their order. */
    List<UUID> customers(String source, UUID after, int limit) {
        var text = """
                select distinct link.customer_id from source_record as record join link on link.record_id = record.id
                where record.source = ? and link.customer_id > ? order by link.customer_id limit ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            statement.setObject(2, after);
            statement.setInt(3, limit);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }
}
