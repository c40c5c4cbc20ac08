package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many pieces are how far, and which. */
@ApplicationScoped
public class PieceCounts {

    private final Sql sql;

    PieceCounts(Sql sql) {
        this.sql = sql;
    }

    /** Pieces of a print run that the printer has owed an answer for since one moment. */
    public record Open(int run, Instant since, int pieces) {}

    /** All pieces without an answer. */
    public List<Open> open() {
        var text = """
                select run, opened_at, count(*) from print_piece where state = 'open'
                group by run, opened_at order by run, opened_at
                """;
        return sql.run(
                text,
                statement -> Sql.rows(
                        statement,
                        row -> new Open(
                                row.getInt(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getInt(3))));
    }

    /** How many pieces of a print run are in which state. */
    public Map<String, Integer> byState(int run) {
        var counts = new LinkedHashMap<String, Integer>();
        sql.run("select state, count(*) from print_piece where run = ? group by state order by state", statement -> {
            statement.setInt(1, run);
            return Sql.rows(statement, row -> counts.put(row.getString(1), row.getInt(2)));
        });
        return counts;
    }

    /** The first pieces of a print run in a state. */
    public List<PieceId> list(int run, String state, int limit) {
        var text = "select sequence from print_piece where run = ? and state = ? order by sequence limit ?";
        return sql.run(text, statement -> {
            statement.setInt(1, run);
            statement.setString(2, state);
            statement.setInt(3, limit);
            return Sql.rows(statement, row -> PieceId.of(run, row.getInt(1)));
        });
    }

    /** The numbers of a print run's pieces, between two of them. */
    public List<Integer> between(int run, int from, int to) {
        var text =
                "select sequence from print_piece where run = ? and sequence between ? and ? and state <> 'left-out'";
        return sql.run(text, statement -> {
            statement.setInt(1, run);
            statement.setInt(2, from);
            statement.setInt(3, to);
            return Sql.rows(statement, row -> row.getInt(1));
        });
    }
}
