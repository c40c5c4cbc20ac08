package io.chancery.archive.record;

import io.chancery.archive.ScreenArchive.Linked;
import io.chancery.archive.ScreenDocument;
import io.chancery.platform.Sql;
import io.chancery.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which delivery's documents a link leads to, until when. */
@ApplicationScoped
public class ScreenDocumentTable {

    private final Sql sql;
    private final Clock clock;

    ScreenDocumentTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void insert(List<ScreenDocument> documents) {
        var text = """
                insert into screen_document (token_sha256, delivery_id, language, has_pdf, expires_at)
                values (?, ?, ?, ?, ?)
                """;
        sql.run(text, statement -> {
            for (var document : documents) {
                statement.setBytes(1, sha256(document.token()));
                statement.setObject(2, document.deliveryId());
                statement.setString(3, document.page().envelope().get("language"));
                statement.setBoolean(4, document.pdf() != null);
                statement.setObject(5, document.expiresAt().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    public Optional<Linked> find(String token) {
        var text = """
                select delivery_id, language, has_pdf, expires_at, exists (select from delivery join customer_key using (customer_id)
                    where delivery.id = delivery_id and wrapped is null) as erased
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
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean("erased") || !end.isAfter(clock.instant()));
    }

    private static byte[] sha256(String token) {
        return Sha256.bytes(token.getBytes(StandardCharsets.UTF_8));
    }
}
