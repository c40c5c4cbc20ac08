package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.PostageClass;
import io.chancery.dispatch.print.run.store.StoredBatch.Progress;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Batches as they are asked for, and which pieces are in them. */
@ApplicationScoped
public class BatchTable {

    private static final String SELECT = """
            select run, number, name, reprint, pieces, urgent, international, postage_class, one_sheet, form, paper,
                grammage, duplex, state, attempts, problem, sha256, bytes, reference, sent_at, acknowledged_at
            from print_batch
            """;

    private final Sql sql;

    BatchTable(Sql sql) {
        this.sql = sql;
    }

    /** Records batches before anything is made of them. */
    public void insert(List<Batch> batches, Instant at) {
        var text = """
                insert into print_batch (run, number, name, reprint, pieces, urgent, international, postage_class,
                    one_sheet, form, paper, grammage, duplex, state, next_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)
                """;
        sql.run(text, statement -> {
            for (var batch : batches) {
                var kind = batch.kind();
                int index = 0;
                statement.setInt(++index, batch.run());
                statement.setInt(++index, batch.number());
                statement.setString(++index, batch.name());
                statement.setBoolean(++index, batch.reprint());
                statement.setInt(++index, batch.pieces().size());
                statement.setBoolean(++index, kind.urgent());
                statement.setBoolean(++index, kind.international());
                statement.setString(++index, kind.postageClass().code());
                statement.setBoolean(++index, kind.oneSheet());
                statement.setString(++index, kind.form());
                statement.setString(++index, kind.paper().code());
                statement.setInt(++index, kind.paper().grammage());
                statement.setBoolean(++index, kind.duplex());
                statement.setObject(++index, at.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        batches.forEach(this::insertPieces);
    }

    private void insertPieces(Batch batch) {
        var text = "insert into print_batch_piece (run, batch, sequence) select ?, ?, unnest(?::integer[])";
        sql.run(text, statement -> {
            statement.setInt(1, batch.run());
            statement.setInt(2, batch.number());
            var sequences =
                    batch.pieces().stream().map(piece -> piece.id().sequence()).toArray();
            statement.setArray(3, statement.getConnection().createArrayOf("integer", sequences));
            return statement.executeUpdate();
        });
    }

    /** The next batch that is to be handed over. */
    public Optional<StoredBatch> findDue(Instant now) {
        var text = SELECT + " where state in ('open', 'made') and next_at <= ? order by run, number limit 1";
        return sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, BatchTable::read).stream().findFirst();
        });
    }

    public Optional<StoredBatch> find(String name) {
        return sql.run(SELECT + " where name = ?", statement -> {
            statement.setString(1, name);
            return Sql.rows(statement, BatchTable::read).stream().findFirst();
        });
    }

    /** The batches of a print run in their order. */
    public List<StoredBatch> list(int run) {
        return sql.run(SELECT + " where run = ? order by number", statement -> {
            statement.setInt(1, run);
            return Sql.rows(statement, BatchTable::read);
        });
    }

    /** Those that the printer has, and says nothing of. */
    public List<StoredBatch> listSent() {
        return sql.run(
                SELECT + " where state = 'sent' order by run, number",
                statement -> Sql.rows(statement, BatchTable::read));
    }

    private static StoredBatch read(ResultSet row) throws SQLException {
        return new StoredBatch(
                row.getInt("run"),
                row.getInt("number"),
                row.getString("name"),
                row.getBoolean("reprint"),
                row.getInt("pieces"),
                kind(row),
                BatchState.of(row.getString("state")),
                new Progress(
                        row.getInt("attempts"),
                        row.getString("problem"),
                        row.getString("sha256"),
                        row.getObject("bytes", Long.class),
                        row.getString("reference"),
                        instant(row, "sent_at"),
                        instant(row, "acknowledged_at")));
    }

    private static Group.Kind kind(ResultSet row) throws SQLException {
        return new Group.Kind(
                row.getBoolean("urgent"),
                row.getBoolean("international"),
                PostageClass.valueOf(row.getString("postage_class").toUpperCase(Locale.ROOT)),
                row.getBoolean("one_sheet"),
                row.getString("form"),
                new Paper(row.getString("paper"), row.getInt("grammage")),
                row.getBoolean("duplex"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
