package io.chancery.dispatch.print.run.store;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Print runs. */
@ApplicationScoped
public class RunTable {

    private final Sql sql;

    RunTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A print run.
     *
     * @param cutOff until when its letters came
     * @param wiped whether its letters and pieces have been deleted
     */
    public record PrintRun(int number, Instant cutOff, Instant createdAt, int letters, int pieces, boolean wiped) {}

    /** A number that no print run has had. */
    public int nextNumber() {
        return sql.run(
                "select nextval('print_run_number')",
                statement -> Sql.rows(statement, row -> row.getInt(1)).get(0));
    }

    public void insert(PrintRun run) {
        var text = "insert into print_run (number, cut_off, created_at, letters, pieces) values (?, ?, ?, ?, ?)";
        sql.run(text, statement -> {
            statement.setInt(1, run.number());
            statement.setObject(2, run.cutOff().atOffset(ZoneOffset.UTC));
            statement.setObject(3, run.createdAt().atOffset(ZoneOffset.UTC));
            statement.setInt(4, run.letters());
            statement.setInt(5, run.pieces());
            return statement.executeUpdate();
        });
    }

    public Optional<PrintRun> find(int number) {
        return list(number + 1L, 1).stream()
                .filter(run -> run.number() == number)
                .findFirst();
    }

    /** Print runs before a number, newest first. */
    public List<PrintRun> list(long before, int limit) {
        var text = """
                select number, cut_off, created_at, letters, pieces, wiped_at is not null
                from print_run where number < ? order by number desc limit ?
                """;
        return sql.run(text, statement -> {
            statement.setLong(1, before);
            statement.setInt(2, limit);
            return Sql.rows(statement, RunTable::read);
        });
    }

    /** Makes sure that only one of several callers adds batches to a print run, until the end of its transaction. */
    public void lock(int number) {
        sql.run("select number from print_run where number = ? for update", statement -> {
            statement.setInt(1, number);
            return statement.execute();
        });
    }

    /**
     * Print runs with letters, of which everything has been said, the last of it before a moment. Whatever is held or
     * open keeps its run.
     */
    public List<Integer> complete(Instant before) {
        var text = """
                select number from print_run where wiped_at is null and created_at < ?
                    and not exists (select from print_piece where run = number and
                        (state = 'open' or greatest(opened_at, said_at) >= ?))
                    and not exists (select from print_batch where run = print_run.number
                        and print_batch.state in ('open', 'made', 'held'))
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getInt(1));
        });
    }

    /** Notes that the letters and pieces of a print run have been deleted. */
    public void wiped(int number, Instant at) {
        sql.run("update print_run set wiped_at = ? where number = ?", statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setInt(2, number);
            return statement.executeUpdate();
        });
    }

    private static PrintRun read(ResultSet row) throws SQLException {
        return new PrintRun(
                row.getInt(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getInt(4),
                row.getInt(5),
                row.getBoolean(6));
    }
}
