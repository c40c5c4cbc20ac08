package io.chancery.customer.golden;

import io.chancery.customer.search.PlaceKey;
import io.chancery.customer.search.SearchWords;
import io.chancery.customer.survivorship.GoldenValue;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The golden values of customers, in batches. */
@ApplicationScoped
class GoldenTable {

    /** The attributes in the order of the columns. */
    private static final List<Attribute> COLUMNS = Stream.of(Attribute.values())
            .filter(attribute -> attribute != Attribute.UCID)
            .toList();

    private static final Set<Attribute> NEVER_NULL = Set.of(
            Attribute.SALUTATION, Attribute.TITLE, Attribute.GIVEN_NAME, Attribute.FAMILY_NAME, Attribute.LANGUAGE);

    private static final String NAMES = COLUMNS.stream().map(Attribute::column).collect(Collectors.joining(", "));

    private static final String VALUES = COLUMNS.stream()
            .map(attribute -> attribute == Attribute.BIRTH_DATE ? "birth_date::date" : attribute.column())
            .collect(Collectors.joining(", "));

    private static final String UPSERT = "insert into golden (customer_id, " + NAMES
            + ", quality, lineage, since, place_key, search) select customer_id, " + VALUES
            + ", quality, lineage::jsonb, since::timestamptz, place_key::bigint, search::tsvector from unnest (?::uuid[], "
            + "?::text[], ".repeat(COLUMNS.size()) + "?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[])"
            + " as computed (customer_id, " + NAMES + ", quality, lineage, since, place_key, search)"
            + " on conflict (customer_id) do update set "
            + Stream.concat(
                            COLUMNS.stream().map(Attribute::column),
                            Stream.of("quality", "lineage", "since", "place_key", "search"))
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));

    private final Sql sql;

    GoldenTable(Sql sql) {
        this.sql = sql;
    }

    /** A customer as it is known before its values are computed. */
    record Customer(UUID id, Ucid ucid, long version) {}

    /**
     * What is golden for a customer.
     *
     * @param since when a value changed last
     */
    record Golden(Customer customer, Map<Attribute, GoldenValue> values, Instant since) {

        Map<Attribute, String> texts() {
            var texts = new EnumMap<Attribute, String>(Attribute.class);
            values.forEach((attribute, value) -> texts.put(attribute, value.value()));
            return texts;
        }
    }

    /** Locks the customers, in the order of their ids: who computes them waits for who does so already. */
    List<Customer> lock(Collection<UUID> customerIds) {
        return read(
                "select id, ucid, version from customer where id = any (?) order by id for no key update", customerIds);
    }

    List<Customer> get(Collection<UUID> customerIds) {
        return read("select id, ucid, version from customer where id = any (?)", customerIds);
    }

    private List<Customer> read(String text, Collection<UUID> customerIds) {
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            return Sql.rows(
                    statement,
                    row -> new Customer(
                            row.getObject("id", UUID.class), new Ucid(row.getString("ucid")), row.getLong("version")));
        });
    }

    /** What has been golden, by customer. */
    Map<UUID, Golden> find(Collection<Customer> customers) {
        var byId = customers.stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        return sql.run("select * from golden where customer_id = any (?)", statement -> {
            Sql.setUuids(statement, 1, byId.keySet().stream());
            var found = new HashMap<UUID, Golden>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var customer = Objects.requireNonNull(byId.get(row.getObject("customer_id", UUID.class)));
                    var values = Lineage.read(row.getString("lineage"), texts(row));
                    var since = row.getObject("since", OffsetDateTime.class);
                    found.put(customer.id(), new Golden(customer, values, since.toInstant()));
                }
            }
            return found;
        });
    }

    private static Map<Attribute, String> texts(ResultSet row) throws SQLException {
        var texts = new EnumMap<Attribute, String>(Attribute.class);
        for (var attribute : COLUMNS) {
            var text = row.getString(attribute.column());
            if (text != null && !text.isEmpty()) {
                texts.put(attribute, text);
            }
        }
        return texts;
    }

    void write(List<Golden> computed) {
        sql.run(UPSERT, statement -> {
            int index = 1;
            Sql.setUuids(
                    statement,
                    index++,
                    computed.stream().map(one -> one.customer().id()));
            for (var attribute : COLUMNS) {
                Sql.setTexts(statement, index++, computed.stream().map(one -> text(one, attribute)));
            }
            Sql.setSmallints(
                    statement,
                    index++,
                    computed.stream().map(one -> QualityScore.of(one.values().keySet())));
            setDerived(statement, index, computed);
            return statement.executeUpdate();
        });
    }

    /** What is kept beside the values of a customer. */
    private record Derived(
            String lineage, String since, @Nullable String place, String search) {

        static Derived of(Golden golden) {
            var texts = golden.texts();
            return new Derived(
                    Lineage.write(golden.values()),
                    golden.since().toString(),
                    placeKey(texts),
                    SearchWords.of(golden.customer().ucid(), texts));
        }
    }

    private static void setDerived(PreparedStatement statement, int first, List<Golden> computed) throws SQLException {
        var derived = computed.parallelStream().map(Derived::of).toList();
        Sql.setTexts(statement, first, derived.stream().map(Derived::lineage));
        Sql.setTexts(statement, first + 1, derived.stream().map(Derived::since));
        Sql.setTexts(statement, first + 2, derived.stream().map(Derived::place));
        Sql.setTexts(statement, first + 3, derived.stream().map(Derived::search));
    }

    private static @Nullable String placeKey(Map<Attribute, String> golden) {
        var key = PlaceKey.of(golden);
        return key == null ? null : key.toString();
    }

    private static @Nullable String text(Golden golden, Attribute attribute) {
        var value = golden.values().get(attribute);
        return value != null ? value.value() : NEVER_NULL.contains(attribute) ? "" : null;
    }

    /** What stewards said of customers of whom no record is left goes with the last record. */
    void remove(Collection<UUID> customerIds) {
        sql.run("delete from golden where customer_id = any (?)", statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            return statement.executeUpdate();
        });
    }

    /** Moves the versions of customers whose values changed. */
    void advance(Collection<UUID> customerIds, Instant now) {
        var text = "update customer set version = version + 1, changed_at = ? where id = any (?)";
        sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, customerIds.stream());
            return statement.executeUpdate();
        });
    }

    /** Some customers whose values were taken over by a migration and not computed yet. */
    List<UUID> uncomputed(int limit) {
        return sql.run("select customer_id from golden where lineage = '[]' limit ?", statement -> {
            statement.setInt(1, limit);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }
}
