package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.NumberedPiece;
import io.chancery.dispatch.print.piece.Piece;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.dispatch.print.piece.Postage;
import io.chancery.dispatch.print.piece.PostageClass;
import io.chancery.dispatch.print.piece.Weight;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what is in a batch: the same as when it was recorded, without letters that had to be left out since. */
@ApplicationScoped
public class BatchContents {

    private final Sql sql;

    BatchContents(Sql sql) {
        this.sql = sql;
    }

    private record Line(PieceId id, Postage postage, Letter letter) {}

    /** The batch; without any pieces if nothing is left. */
    public Batch read(StoredBatch batch) {
        return new Batch(batch.run(), batch.number(), batch.reprint(), batch.kind(), pieces(batch));
    }

    private List<NumberedPiece> pieces(StoredBatch batch) {
        var text = """
                select run, sequence, postage_class, international, grams, print_letter.*
                from print_batch_piece
                    join print_piece using (run, sequence)
                    join print_letter using (run)
                where run = ? and batch = ? and print_letter.piece = sequence and left_out is null
                order by sequence, delivery_id
                """;
        return numbered(sql.run(text, statement -> {
            statement.setInt(1, batch.run());
            statement.setInt(2, batch.number());
            return Sql.rows(statement, BatchContents::line);
        }));
    }

    /** Pieces of a print run by the kind that their first batch was of. */
    public Map<Group.Kind, List<NumberedPiece>> byKind(
            int run, Collection<StoredBatch> batches, Collection<Integer> wanted) {
        var kinds = new LinkedHashMap<Group.Kind, List<NumberedPiece>>();
        batches.stream().filter(batch -> batch.run() == run && !batch.reprint()).forEach(batch -> {
            var found = pieces(batch).stream()
                    .filter(piece -> wanted.contains(piece.id().sequence()))
                    .toList();
            if (!found.isEmpty()) {
                kinds.computeIfAbsent(batch.kind(), kind -> new ArrayList<>()).addAll(found);
            }
        });
        return kinds;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                PieceId.of(row.getInt("run"), row.getInt("sequence")),
                new Postage(
                        PostageClass.valueOf(row.getString("postage_class").toUpperCase(Locale.ROOT)),
                        row.getBoolean("international"),
                        new Weight(row.getBigDecimal("grams"))),
                LetterRow.read(row));
    }

    private static List<NumberedPiece> numbered(List<Line> lines) {
        var letters = new LinkedHashMap<PieceId, List<Letter>>();
        var postages = new LinkedHashMap<PieceId, Postage>();
        for (var line : lines) {
            letters.computeIfAbsent(line.id(), id -> new ArrayList<>()).add(line.letter());
            postages.put(line.id(), line.postage());
        }
        return postages.entrySet().stream()
                .map(known -> new NumberedPiece(
                        known.getKey(), new Piece(letters.getOrDefault(known.getKey(), List.of())), known.getValue()))
                .toList();
    }
}
