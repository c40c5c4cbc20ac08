package io.chancery.customer.registry;

import io.chancery.customer.matching.MatchKeys;
import io.chancery.customer.matching.Traits;
import io.chancery.customer.resolve.Member;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What of each record counts in matching, and the keys by which records find each other. */
@ApplicationScoped
class ProfileTable {

    private final Sql sql;

    ProfileTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps the traits of records. */
    void put(Map<UUID, Traits> records) {
        var text = """
                insert into match_profile (record_id, traits) select * from unnest(?::uuid[], ?::text[])
                on conflict (record_id) do update set traits = excluded.traits
                """;
        var ordered = List.copyOf(records.entrySet());
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, ordered.stream().map(Map.Entry::getKey));
            Sql.setTexts(
                    statement, 2, ordered.stream().map(entry -> entry.getValue().text()));
            return statement.executeUpdate();
        });
    }

    /** Takes away the keys that records had by these traits. */
    void deleteKeys(Map<UUID, Traits> records) {
        if (records.isEmpty()) {
            return;
        }
        var text = """
                delete from match_key using unnest(?::bigint[], ?::uuid[]) as gone (key, record_id)
                where match_key.key = gone.key and match_key.record_id = gone.record_id
                """;
        change(text, keysOf(records));
    }

    /** Adds the keys of records that have none. */
    void insertKeys(Map<UUID, long[]> keysOf) {
        change("insert into match_key (key, record_id) select * from unnest(?::bigint[], ?::uuid[])", keysOf);
    }

    private void change(String text, Map<UUID, long[]> keysOf) {
        sql.run(text, statement -> {
            Sql.setBigints(
                    statement,
                    1,
                    keysOf.values().stream().flatMapToLong(Arrays::stream).boxed());
            Sql.setUuids(statement, 2, keysOf.entrySet().stream().flatMap(ProfileTable::ownerOfEachKey));
            return statement.executeUpdate();
        });
    }

    /** In the order of the records, so that the same input leads to the same statements. */
    static SortedMap<UUID, long[]> keysOf(Map<UUID, Traits> records) {
        var keysOf = new TreeMap<UUID, long[]>();
        records.forEach((id, traits) -> keysOf.put(id, MatchKeys.of(traits)));
        return keysOf;
    }

    private static Stream<UUID> ownerOfEachKey(Map.Entry<UUID, long[]> entry) {
        return Stream.generate(entry::getKey).limit(entry.getValue().length);
    }

    /** Which records share each key, but for keys that too many share to mean anything. */
    Map<Long, List<UUID>> sharing(Collection<Long> keys) {
        var text = """
                select asked.key, found.record_id from unnest(?::bigint[]) as asked (key)
                cross join lateral (select record_id from match_key where match_key.key = asked.key limit ?) as found
                """;
        var sharing = new HashMap<Long, List<UUID>>();
        sql.run(text, statement -> {
            Sql.setBigints(statement, 1, keys.stream());
            statement.setInt(2, MatchKeys.MOST_RECORDS + 1);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    sharing.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
            return sharing;
        });
        sharing.values().removeIf(records -> records.size() > MatchKeys.MOST_RECORDS);
        return sharing;
    }

    /** The traits of records, by record. */
    Map<UUID, Traits> traits(Collection<UUID> records) {
        if (records.isEmpty()) {
            return new HashMap<>();
        }
        var text = "select record_id, traits from match_profile where record_id = any (?)";
        var found = new HashMap<UUID, Traits>();
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, records.stream());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), Traits.parse(row.getString(2)));
                }
            }
            return found;
        });
        return found;
    }

    /** Records with all that is needed to resolve them. */
    List<Member> members(Collection<UUID> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        var text = """
                select record.id, record.source, record.external_id, profile.traits, link.customer_id, link.rule
                from source_record as record join match_profile as profile on profile.record_id = record.id
                    left join link on link.record_id = record.id
                where record.id = any (?)
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, records.stream());
            return Sql.rows(statement, ProfileTable::member);
        });
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                Traits.parse(row.getString("traits")),
                row.getObject("customer_id", UUID.class),
                row.getString("rule"));
    }
}
