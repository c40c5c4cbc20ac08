package io.chancery.consent.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.consent.Preferences;
import io.chancery.consent.QuietHours;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Preferences: each row says all of them, and the latest counts, whichever id of the customer it was said under. */
@ApplicationScoped
public class PreferenceTable {

    private static final TypeReference<Map<String, Channel>> CHANNELS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;
    private final IdGenerator ids;

    PreferenceTable(Sql sql, IdGenerator ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** The preferences of those customers who have any. */
    public Map<UUID, Preferences> read(Collection<UUID> customerIds) {
        var text = """
                select asked.id as asked_id, preference.*
                from unnest(?::uuid[]) as asked (id)
                cross join lateral (
                    select current_id from current_customer where customer_id = asked.id offset 0) as customer
                cross join lateral (
                    select said.* from current_customer as named
                        cross join lateral (select * from preference
                            where customer_id = named.customer_id offset 0) as said
                    where named.current_id = customer.current_id
                    order by said.declared_at desc, said.id desc limit 1
                ) as preference
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream().distinct());
            var found = new HashMap<UUID, Preferences>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject("asked_id", UUID.class), preferences(row));
                }
            }
            return found;
        });
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                channels(row.getString("channels")),
                quietHours(row),
                row.getString("language"),
                new Preferences.Entry(
                        row.getString("source"),
                        row.getString("evidence"),
                        row.getString("recorded_by"),
                        row.getObject("declared_at", OffsetDateTime.class).toInstant()));
    }

    private static @Nullable QuietHours quietHours(ResultSet row) throws SQLException {
        var from = row.getObject("quiet_from", LocalTime.class);
        return from == null
                ? null
                : new QuietHours(
                        from, row.getObject("quiet_to", LocalTime.class), ZoneId.of(row.getString("quiet_zone")));
    }

    private static Map<String, Channel> channels(String json) {
        try {
            return JSON.readValue(json, CHANNELS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends what the customer wants now; from here on it counts alone. */
    public void insert(UUID customerId, Preferences preferences, Preferences.Entry entry) {
        var text = """
                insert into preference (id, customer_id, channels, quiet_from, quiet_to, quiet_zone, language, source,
                    evidence, recorded_by, declared_at)
                values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        var quiet = preferences.quietHours();
        sql.run(text, statement -> {
            statement.setObject(1, ids.next());
            statement.setObject(2, customerId);
            statement.setString(3, json(preferences.channels()));
            statement.setObject(4, quiet == null ? null : quiet.from());
            statement.setObject(5, quiet == null ? null : quiet.to());
            statement.setString(6, quiet == null ? null : quiet.zone().getId());
            statement.setString(7, preferences.language());
            statement.setString(8, entry.source());
            statement.setString(9, entry.evidence());
            statement.setString(10, entry.recordedBy());
            statement.setObject(11, entry.at().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private static String json(Map<String, Channel> channels) {
        try {
            return JSON.writeValueAsString(channels);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
