package io.chancery.archive.export.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.commitment.EventCommitment;
import io.chancery.archive.log.Hash;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The events of deliveries with what binds them to their rows. */
@ApplicationScoped
class EventRows {

    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};
    /** As it is sealed of events that are older than the keys of customers. */
    private static final Hash NONE = Hash.of(new byte[Hash.LENGTH]);

    private final Sql sql;
    private final ObjectMapper json;

    EventRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @param tx that wrote it */
    record EventRow(String tx, EventCommitment content, Hash commitment) {

        /** Whether anybody has ever committed to it. */
        boolean isCommitted() {
            return !commitment.equals(NONE);
        }
    }

    /** Those of one delivery, in any order. */
    List<EventRow> of(UUID deliveryId) {
        var text = "select tx, id, at, kind, attempt, reason, detail, commitment from event where delivery_id = ?";
        return sql.run(text, statement -> {
            statement.setObject(1, deliveryId);
            return Sql.rows(statement, row -> event(deliveryId, row));
        });
    }

    private EventRow event(UUID deliveryId, ResultSet row) throws SQLException {
        var commitment = row.getBytes(8);
        return new EventRow(
                row.getString(1),
                new EventCommitment(
                        row.getObject(2, UUID.class),
                        deliveryId,
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        detail(row.getString(7))),
                commitment == null ? NONE : Hash.of(commitment));
    }

    private Map<String, String> detail(String written) {
        try {
            return json.readValue(written, DETAIL);
        } catch (JsonProcessingException e) {
            // No detail that we write; the commitment will not fit it, which the verification then tells.
            return Map.of("unreadable", written);
        }
    }
}
