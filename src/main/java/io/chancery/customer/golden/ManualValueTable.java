package io.chancery.customer.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.survivorship.Origin;
import io.chancery.customer.survivorship.SourceValues;
import io.chancery.customer.survivorship.SourceValues.Standing;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stewards said about customers, as a source of its own. */
@ApplicationScoped
class ManualValueTable {

    /** A whole address goes under this name. */
    static final String ADDRESS = "address";

    private final Sql sql;
    private final ObjectMapper json = new ObjectMapper();

    ManualValueTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * What somebody sets.
     *
     * @param attribute the code of one, or {@link #ADDRESS}
     * @param value a text, or an object of the parts of an address
     */
    record Setting(UUID customerId, String attribute, JsonNode value, int trust, String by) {}

    /** What was said about the customers, and about those that were merged into them. */
    Map<UUID, List<SourceValues>> of(Collection<UUID> customerIds) {
        var text = """
                select coalesce(customer.merged_into, customer.id) as current_id, manual_value.*
                from manual_value join customer on customer.id = manual_value.customer_id
                where customer.id = any (?) or customer.merged_into = any (?)
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            Sql.setUuids(statement, 2, customerIds.stream());
            var found = new HashMap<UUID, List<SourceValues>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("current_id", UUID.class), id -> new ArrayList<>())
                            .add(values(row));
                }
            }
            return found;
        });
    }

    private SourceValues values(ResultSet row) throws SQLException {
        return new SourceValues(
                new Origin(row.getObject("customer_id", UUID.class), Origin.STEWARD, row.getString("set_by")),
                row.getInt("trust"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                values(row.getString("attribute"), row.getString("value")),
                row.getBoolean("bounced") ? bounced(row.getString("attribute")) : Map.of());
    }

    private static Map<Attribute, Standing> bounced(String attribute) {
        return Map.of(attribute.equals(ADDRESS) ? Attribute.STREET : Attribute.of(attribute), Standing.BOUNCED);
    }

    private Map<Attribute, String> values(String attribute, String value) {
        var values = new EnumMap<Attribute, String>(Attribute.class);
        var tree = tree(value);
        if (attribute.equals(ADDRESS)) {
            tree.fields()
                    .forEachRemaining(part -> values.put(
                            Attribute.of(part.getKey()), part.getValue().asText()));
        } else {
            values.put(Attribute.of(attribute), tree.asText());
        }
        return values;
    }

    List<ManualValues.Kept> list(UUID customerId) {
        var text = """
                select manual_value.* from manual_value join customer on customer.id = manual_value.customer_id
                where customer.id = ? or customer.merged_into = ? order by attribute, set_at
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            statement.setObject(2, customerId);
            return Sql.rows(
                    statement,
                    row -> new ManualValues.Kept(
                            row.getString("attribute"),
                            tree(row.getString("value")),
                            row.getInt("trust"),
                            row.getString("set_by"),
                            row.getObject("set_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("bounced")));
        });
    }

    private JsonNode tree(String value) {
        try {
            return json.readTree(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(Setting setting, Instant at) {
        var text = """
                insert into manual_value (customer_id, attribute, value, trust, set_by, set_at)
                values (?, ?, ?::jsonb, ?, ?, ?)
                on conflict (customer_id, attribute) do update set value = excluded.value, trust = excluded.trust,
                    set_by = excluded.set_by, set_at = excluded.set_at, bounced = false
                """;
        sql.run(text, statement -> {
            statement.setObject(1, setting.customerId());
            statement.setString(2, setting.attribute());
            statement.setString(3, setting.value().toString());
            statement.setInt(4, setting.trust());
            statement.setString(5, setting.by());
            statement.setObject(6, at.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /**
     * Lets a value count no longer.
     *
     * @return the customer if there was one
     */
    List<UUID> bounce(UUID customerId, String attribute, String value) {
        var text = """
                update manual_value set bounced = true
                from current_customer as asked join current_customer as known using (current_id)
                where asked.customer_id = ? and manual_value.customer_id = known.customer_id and attribute = ?
                    and not bounced and lower(?) = lower(case attribute
                        when 'address' then concat(value->>'street', ', ', value->>'postcode', ' ', value->>'city', ', ',
                            value->>'country')
                        else value #>> '{}' end)
                returning current_id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            statement.setString(2, attribute);
            statement.setString(3, value);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** Takes back what was set for the customer, or for one that was merged into it; else that would come to light. */
    boolean remove(UUID customerId, String attribute) {
        var text = """
                delete from manual_value using customer
                where customer.id = manual_value.customer_id and attribute = ?
                    and (customer.id = ? or customer.merged_into = ?)
                """;
        return sql.run(text, statement -> {
            statement.setString(1, attribute);
            statement.setObject(2, customerId);
            statement.setObject(3, customerId);
            return statement.executeUpdate() > 0;
        });
    }

    /** Forgets everything about customers of whom no record is left; what is said of a merged one belongs to another. */
    void forget(Collection<UUID> customerIds) {
        var text = """
                delete from manual_value using customer
                where customer.id = manual_value.customer_id and customer.id = any (?) and customer.merged_into is null
                """;
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            return statement.executeUpdate();
        });
    }
}
