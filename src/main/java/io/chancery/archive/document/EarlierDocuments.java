package io.chancery.archive.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.NewDocument;
import io.chancery.archive.NewDocument.Part;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Rendition;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes what was archived before customers had keys over into the archive as it is now. The earlier tables stay as they
 * are, since nobody may change them.
 */
@ApplicationScoped
class EarlierDocuments {

    private static final Logger LOG = Logger.getLogger(EarlierDocuments.class);
    private static final TypeReference<Map<String, String>> ENVELOPE = new TypeReference<>() {};
    private static final int AT_ONCE = 200;

    private static final String NEXT = """
            select earlier.delivery_id, part, customer_id, media_type, content, envelope, archived_at
            from (
                select delivery_id, 0::smallint as part, sha256, envelope, archived_at from archive_entry_before
                union all
                select delivery_id, 1::smallint, page_sha256, envelope, archived_at from screen_document_before
                union all
                select delivery_id, 2::smallint, pdf_sha256, envelope, archived_at from screen_document_before
                where pdf_sha256 is not null) as earlier
            join rendition using (sha256) join delivery on delivery.id = earlier.delivery_id
            where not exists (select from archive_entry as taken
                where taken.delivery_id = earlier.delivery_id and taken.part = earlier.part)
            limit ?
            """;

    private final Sql sql;
    private final DocumentTable documents;
    private final Transactions transactions;
    private final ObjectMapper json;

    EarlierDocuments(Sql sql, DocumentTable documents, Transactions transactions, ObjectMapper json) {
        this.sql = sql;
        this.documents = documents;
        this.transactions = transactions;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        int taken = 0;
        for (int more = take(); more > 0; more = take()) {
            taken += more;
        }
        if (taken > 0) {
            LOG.infof("%d documents of an earlier version are encrypted and in the archive now", taken);
        }
    }

    private int take() {
        return transactions.call(() -> {
            // One node takes them, and the others find them taken.
            sql.run("select pg_advisory_xact_lock(hashtext('earlier documents'))", statement -> statement.execute());
            var found = sql.run(NEXT, statement -> {
                statement.setInt(1, AT_ONCE);
                return Sql.rows(statement, this::document);
            });
            return found.isEmpty() ? 0 : documents.insert(found).size();
        });
    }

    private NewDocument document(ResultSet row) throws SQLException {
        var part = Part.values()[row.getInt(2)];
        var envelope = new HashMap<>(envelope(row.getString(6)));
        if (part == Part.PDF) {
            envelope.put("fileName", String.valueOf(envelope.get("pdf")));
        }
        var archivedAt = row.getObject(7, OffsetDateTime.class).toInstant();
        return new NewDocument(
                row.getObject(1, UUID.class),
                row.getObject(3, UUID.class),
                part,
                Rendition.of(row.getString(4), row.getBytes(5), envelope),
                Map.of("archivedBefore", archivedAt.toString()),
                "");
    }

    private Map<String, String> envelope(String written) {
        try {
            return json.readValue(written, ENVELOPE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
