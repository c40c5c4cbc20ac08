package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.manifest.Response;
import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.piece.NumberedPiece;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Pieces, and what the printer says of each. */
@ApplicationScoped
public class PieceTable {

    private static final int LONGEST_REASON = 200;

    private final Sql sql;

    PieceTable(Sql sql) {
        this.sql = sql;
    }

    /** Records the pieces of a print run; from now on the printer owes an answer for each. */
    public void insert(List<Group> groups, Instant at) {
        var text = """
                insert into print_piece (run, sequence, sheets, postage_class, international, grams, state, opened_at)
                values (?, ?, ?, ?, ?, ?, 'open', ?)
                """;
        sql.run(text, statement -> {
            for (var group : groups) {
                for (var numbered : group.pieces()) {
                    statement.setInt(1, numbered.id().run());
                    statement.setInt(2, numbered.id().sequence());
                    statement.setInt(3, numbered.piece().sheets());
                    statement.setString(4, numbered.postage().postageClass().code());
                    statement.setBoolean(5, numbered.postage().international());
                    statement.setBigDecimal(6, numbered.postage().weight().grams());
                    statement.setObject(7, at.atOffset(ZoneOffset.UTC));
                    statement.addBatch();
                }
            }
            return statement.executeBatch();
        });
    }

    /** Of several answers the one about the latest time holds, and of equal ones the one that came last. */
    public void record(Collection<Response> responses) {
        var text = """
                update print_piece set state = ?, said_at = ?, reason = ?
                where run = ? and sequence = ? and state <> 'left-out' and coalesce(said_at, ?) <= ?
                """;
        sql.run(text, statement -> {
            for (var response : responses) {
                var at = response.at().atOffset(ZoneOffset.UTC);
                statement.setString(1, response.status().code());
                statement.setObject(2, at);
                statement.setString(3, reason(response));
                statement.setInt(4, response.piece().run());
                statement.setInt(5, response.piece().sequence());
                statement.setObject(6, at);
                statement.setObject(7, at);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private static String reason(Response response) {
        var reason = response.reason();
        var text = reason == null ? response.note() : reason.code();
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /**
     * The printer owes an answer once more; what it says of the time before counts no longer.
     *
     * @param notBefore of which times answers count
     */
    public void reopen(int run, Collection<Integer> sequences, Instant at, Instant notBefore) {
        var text = """
                update print_piece set state = 'open', opened_at = ?, said_at = ?, reason = null
                where run = ? and sequence = any (?::integer[])
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, notBefore.atOffset(ZoneOffset.UTC));
            statement.setInt(3, run);
            statement.setArray(4, statement.getConnection().createArrayOf("integer", sequences.toArray()));
            return statement.executeUpdate();
        });
    }

    /** A letter has been taken out of the piece, and others are left. */
    public void shrink(NumberedPiece piece) {
        sql.run("update print_piece set sheets = ?, grams = ? where run = ? and sequence = ?", statement -> {
            statement.setInt(1, piece.piece().sheets());
            statement.setBigDecimal(2, piece.postage().weight().grams());
            statement.setInt(3, piece.id().run());
            statement.setInt(4, piece.id().sequence());
            return statement.executeUpdate();
        });
    }

    /** Nothing is left of the piece. */
    public void leaveOut(PieceId piece) {
        sql.run("update print_piece set state = 'left-out' where run = ? and sequence = ?", statement -> {
            statement.setInt(1, piece.run());
            statement.setInt(2, piece.sequence());
            return statement.executeUpdate();
        });
    }

    /** Deletes the pieces of a print run, and where they were. */
    public void delete(int run) {
        for (var table : List.of("print_batch_piece", "print_piece")) {
            sql.run("delete from " + table + " where run = ?", statement -> {
                statement.setInt(1, run);
                return statement.executeUpdate();
            });
        }
    }
}
