package io.chancery.customer.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.page.GdprExport.Move;
import io.chancery.customer.page.GdprExport.RawRecord;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what only an export shows of a customer. */
@ApplicationScoped
class ExportTable {

    private final Sql sql;
    private final ObjectMapper json = new ObjectMapper();

    ExportTable(Sql sql) {
        this.sql = sql;
    }

    List<RawRecord> records(UUID customerId) {
        var text = """
                select record.source, record.external_id, record.raw::text as raw, record.modified_at, record.received_at
                from link join source_record as record on record.id = link.record_id
                where link.customer_id = ? order by record.source, record.external_id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            return Sql.rows(
                    statement,
                    row -> new RawRecord(
                            row.getString("source"),
                            row.getString("external_id"),
                            tree(row.getString("raw")),
                            instant(row, "modified_at"),
                            row.getObject("received_at", OffsetDateTime.class).toInstant()));
        });
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Moves to and from the customer, and those that were merged into it. */
    List<Move> moves(UUID customerId) {
        var text = """
                with own as (select id from customer where id = ? or merged_into = ?)
                select history.*, origin.ucid as from_ucid, target.ucid as to_ucid
                from link_history as history
                    left join customer as origin on origin.id = history.from_customer
                    left join customer as target on target.id = history.to_customer
                where history.from_customer in (select id from own) or history.to_customer in (select id from own)
                order by history.moved_at, history.id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            statement.setObject(2, customerId);
            return Sql.rows(
                    statement,
                    row -> new Move(
                            row.getString("source"),
                            row.getString("external_id"),
                            ucid(row.getString("from_ucid")),
                            ucid(row.getString("to_ucid")),
                            row.getString("rule"),
                            row.getString("origin"),
                            row.getObject("moved_at", OffsetDateTime.class).toInstant()));
        });
    }

    private static @Nullable Ucid ucid(@Nullable String text) {
        return text == null ? null : new Ucid(text);
    }
}
