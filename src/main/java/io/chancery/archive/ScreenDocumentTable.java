package io.chancery.archive;

import io.chancery.archive.RenditionTable.Hashed;
import io.chancery.archive.ScreenArchive.Linked;
import io.chancery.platform.Sql;
import io.chancery.platform.digest.Sha256;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which bytes a link leads to, until when. */
@ApplicationScoped
class ScreenDocumentTable {

    private final Sql sql;
    private final RenditionTable renditions;
    private final Clock clock;

    ScreenDocumentTable(Sql sql, RenditionTable renditions, Clock clock) {
        this.sql = sql;
        this.renditions = renditions;
        this.clock = clock;
    }

    /** A document and the addresses of its bytes. */
    private record Kept(
            ScreenDocument document, Hashed page, @Nullable Hashed pdf) {

        static Kept of(ScreenDocument document) {
            var pdf = document.pdf();
            return new Kept(
                    document,
                    Hashed.of(document.deliveryId(), document.page()),
                    pdf == null ? null : Hashed.of(document.deliveryId(), pdf));
        }

        Stream<Hashed> contents() {
            return Stream.concat(Stream.of(page), Stream.ofNullable(pdf));
        }

        Map<String, String> detail() {
            var until = document.expiresAt().toString();
            return pdf == null
                    ? Map.of("page-sha256", page.hex(), "page-until", until)
                    : Map.of("page-sha256", page.hex(), "page-until", until, "pdf-sha256", pdf.hex());
        }
    }

    Map<UUID, Map<String, String>> insert(List<ScreenDocument> documents) {
        var kept = documents.stream().map(Kept::of).toList();
        renditions.insertContents(kept.stream().flatMap(Kept::contents).toList());
        insertDocuments(kept);
        return kept.stream().collect(Collectors.toMap(one -> one.document().deliveryId(), Kept::detail));
    }

    private void insertDocuments(List<Kept> kept) {
        var text = """
                insert into screen_document
                    (token_sha256, delivery_id, page_sha256, pdf_sha256, envelope, archived_at, expires_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                """;
        sql.run(text, statement -> {
            for (var one : kept) {
                statement.setBytes(1, sha256(one.document().token()));
                statement.setObject(2, one.document().deliveryId());
                statement.setBytes(3, one.page().hash());
                statement.setBytes(4, one.pdf() == null ? null : one.pdf().hash());
                statement.setString(5, renditions.write(one.document().page().envelope()));
                statement.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
                statement.setObject(7, one.document().expiresAt().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    Optional<Linked> find(String token) {
        var text = """
                select delivery_id, envelope->>'language', pdf_sha256 is not null, expires_at
                from screen_document where token_sha256 = ?
                """;
        return sql.run(text, statement -> {
            statement.setBytes(1, sha256(token));
            return Sql.rows(statement, this::linked).stream().findFirst();
        });
    }

    private Linked linked(ResultSet row) throws SQLException {
        var end = row.getObject(4, OffsetDateTime.class).toInstant();
        return new Linked(
                row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), !end.isAfter(clock.instant()));
    }

    Optional<KeptRendition> read(UUID deliveryId, boolean pdf) {
        var text = """
                select media_type, content, envelope, sha256, archived_at
                from screen_document join rendition on sha256 = case when ? then pdf_sha256 else page_sha256 end
                where delivery_id = ?
                """;
        return sql.run(text, statement -> {
            statement.setBoolean(1, pdf);
            statement.setObject(2, deliveryId);
            return Sql.rows(statement, this::kept).stream().findFirst();
        });
    }

    /** The page names the PDF it leads to. */
    private KeptRendition kept(ResultSet row) throws SQLException {
        var envelope = renditions.read(row.getString(3));
        boolean page = row.getString(1).equals(Rendition.Page.MEDIA_TYPE);
        return new KeptRendition(
                Rendition.of(
                        row.getString(1),
                        row.getBytes(2),
                        page ? envelope : Map.of("fileName", Objects.requireNonNull(envelope.get("pdf")))),
                HexFormat.of().formatHex(row.getBytes(4)),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    private static byte[] sha256(String token) {
        return Sha256.bytes(token.getBytes(StandardCharsets.UTF_8));
    }
}
