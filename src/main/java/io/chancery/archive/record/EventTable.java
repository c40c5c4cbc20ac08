package io.chancery.archive.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.Event;
import io.chancery.archive.NewEvent;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Events: appended, never changed. */
@ApplicationScoped
public class EventTable {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    public EventTable(Sql sql, ObjectMapper json, IdGenerator ids, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param keys to commit to the events with, by delivery */
    public void insert(List<NewEvent> recorded, Map<UUID, SecretKey> keys) {
        var text = """
                insert into event (id, delivery_id, at, kind, attempt, reason, detail, commitment)
                select id, delivery_id, ?, kind, attempt, reason, detail::jsonb, commitment
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::bytea[])
                    as recorded (id, delivery_id, kind, attempt, reason, detail, commitment)
                """;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ids = recorded.stream().map(event -> this.ids.next()).toList();
        sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, ids.stream());
            Sql.setUuids(statement, 3, recorded.stream().map(NewEvent::deliveryId));
            Sql.setTexts(
                    statement, 4, recorded.stream().map(event -> event.kind().code()));
            Sql.setSmallints(statement, 5, recorded.stream().map(NewEvent::attempt));
            Sql.setTexts(statement, 6, recorded.stream().map(EventTable::reason));
            Sql.setTexts(statement, 7, recorded.stream().map(event -> write(event.detail())));
            Sql.setBytes(statement, 8, IntStream.range(0, ids.size()).mapToObj(i -> {
                var event = recorded.get(i);
                return event.commitment(ids.get(i), now, get(keys, event.deliveryId()));
            }));
            return statement.executeUpdate();
        });
    }

    private static SecretKey get(Map<UUID, SecretKey> keys, UUID deliveryId) {
        return Objects.requireNonNull(keys.get(deliveryId), () -> "No key for delivery " + deliveryId);
    }

    private static @Nullable String reason(NewEvent event) {
        return event.reason() == null ? null : event.reason().code();
    }

    /** How many events of a kind a delivery has had lately. */
    public int count(UUID deliveryId, EventKind kind, Duration lately) {
        var text = "select count(*) from event where delivery_id = ? and kind = ? and at > ?";
        return sql.run(text, statement -> {
            statement.setObject(1, deliveryId);
            statement.setString(2, kind.code());
            statement.setObject(3, clock.instant().minus(lately).atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getInt(1)).get(0);
        });
    }

    public List<Event> ofMessage(UUID messageId) {
        var text = """
                select event.id, delivery_id, channel, at, kind, attempt, reason, detail
                from delivery join event on event.delivery_id = delivery.id
                where delivery.message_id = ?
                order by at, event.id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, messageId);
            return Sql.rows(statement, this::event);
        });
    }

    private Event event(ResultSet row) throws SQLException {
        var reason = row.getString(7);
        return new Event(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Channel(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                EventKind.of(row.getString(5)),
                row.getInt(6),
                reason == null ? null : Reason.of(reason),
                read(row.getString(8)));
    }

    private String write(Map<String, String> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read(String detail) {
        try {
            return json.readValue(detail, DETAIL);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
