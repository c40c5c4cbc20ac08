package io.chancery.archive.person.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.ArchiveSearch.Kept;
import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.document.DocumentTable;
import io.chancery.platform.person.PersonRows;
import io.chancery.platform.person.PersonStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The exact documents that a person got, on every channel, and what each was made of. Of a copy of somebody else's message
 * that is the copy alone: what it was made of is about somebody else.
 */
@ApplicationScoped
class ExportedDocuments {

    private static final String SELECT = """
            select delivery.id, part, media_type, archived_at, channel, coalesce(template, '') as template,
                copy_id is not null as copy, status
            from delivery join archive_entry on archive_entry.delivery_id = delivery.id
                left join template_version as version on version.id = template_version_id
            where delivery.customer_id = any ({customers}) order by delivery.id, part
            """;

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf",
            "pdf",
            "message/rfc822",
            "eml",
            "text/html;charset=UTF-8",
            "html",
            "text/plain;charset=UTF-8",
            "txt");

    private final DocumentTable documents;
    private final ArchiveSearch archive;
    private final ObjectMapper json;

    ExportedDocuments(DocumentTable documents, ArchiveSearch archive, ObjectMapper json) {
        this.documents = documents;
        this.archive = archive;
        this.json = json;
    }

    /**
     * One document.
     *
     * @param copy whether it is a copy of a message to somebody else
     */
    record Document(
            UUID deliveryId,
            Part part,
            String mediaType,
            String date,
            String channel,
            String template,
            boolean copy,
            String status) {

        private static Document of(ResultSet row) throws SQLException {
            var at = row.getObject("archived_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
            return new Document(
                    row.getObject("id", UUID.class),
                    Part.values()[row.getInt("part")],
                    row.getString("media_type"),
                    at.format(DateTimeFormatter.ISO_LOCAL_DATE),
                    row.getString("channel"),
                    row.getString("template"),
                    row.getBoolean("copy"),
                    row.getString("status"));
        }

        /** Its place in the ZIP. */
        String path() {
            var suffix = part == Part.SENT ? "" : part == Part.PAGE ? "-page" : "-letter";
            return "%s%s.%s".formatted(stem(), suffix, ENDINGS.getOrDefault(mediaType, "bin"));
        }

        private String stem() {
            return "documents/%s-%s-%s-%s".formatted(date, channel, template, deliveryId);
        }
    }

    /** What is done with one. */
    interface Visitor {
        void visit(Document document) throws IOException;
    }

    void forEach(Connection connection, PersonStatement about, Visitor visitor) throws SQLException {
        PersonRows.read(connection, about, SELECT, row -> {
            try {
                visitor.visit(Document.of(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void write(Connection connection, PersonStatement about, ZipOutputStream zip) throws SQLException {
        forEach(connection, about, document -> write(document, zip));
    }

    private void write(Document document, ZipOutputStream zip) throws IOException {
        var kept =
                documents.find(List.of(document.deliveryId()), document.part()).get(document.deliveryId());
        if (kept == null) {
            return;
        }
        zip.putNextEntry(new ZipEntry(document.path()));
        zip.write(kept.rendition().content());
        zip.closeEntry();
        if (document.part() == Part.SENT) {
            zip.putNextEntry(new ZipEntry(document.stem() + "-about.json"));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(about(document)));
            zip.closeEntry();
        }
    }

    private Map<String, Object> about(Document document) {
        var about = new LinkedHashMap<String, Object>();
        for (var kept : archive.documents(document.deliveryId())) {
            about.put(kept.part(), about(kept, document.copy()));
        }
        return about;
    }

    private static Map<String, Object> about(Kept kept, boolean copy) {
        var about = new LinkedHashMap<String, Object>();
        about.put("mediaType", kept.mediaType());
        about.put("archivedAt", kept.archivedAt());
        about.put("storedSha256", kept.storedSha256());
        var content = kept.content();
        if (content != null) {
            about.put("sha256", content.sha256());
            about.put("envelope", content.envelope());
            if (!copy) {
                about.put("used", content.used());
            }
        }
        return about;
    }
}
