package io.chancery.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** What the world outside is to be told, written in the transaction of the change itself. */
@ApplicationScoped
public class Outbox {

    private final DataSource database;
    private final ObjectMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    Outbox(DataSource database, ObjectMapper json, IdGenerator ids, Clock clock) {
        this.database = database;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One thing to tell.
     *
     * @param topic such as {@code message.status}
     * @param subject id of what changed
     */
    public record Entry(String topic, String subject, Object payload) {}

    /** Appends the entries, in the caller's transaction. */
    public void append(List<Entry> entries) {
        var sql = "insert into outbox (id, topic, subject, payload, at) values (?, ?, ?, ?::jsonb, ?)";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            for (var entry : entries) {
                insert.setObject(1, ids.next());
                insert.setString(2, entry.topic());
                insert.setString(3, entry.subject());
                insert.setString(4, json.writeValueAsString(entry.payload()));
                insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The outbox could not be written", e);
        }
    }
}
