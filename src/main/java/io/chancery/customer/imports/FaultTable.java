package io.chancery.customer.imports;

import io.chancery.customer.ImportReport.LineFault;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What was wrong with the lines of imports. */
@ApplicationScoped
class FaultTable {

    static final String ERROR = "error";
    static final String WARNING = "warning";

    /** More than anybody reads; whoever sends so much nonsense is told how much it was. */
    private static final long KEPT = 100_000;

    private final Sql sql;

    FaultTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A fault with its number among those of its import and severity, from 1.
     */
    record Numbered(long no, LineFault fault) {}

    /**
     * Adds faults, in the caller's transaction.
     *
     * @param before how many of this severity the import had
     */
    void append(UUID importId, String severity, long before, List<LineFault> faults) {
        var kept = faults.subList(0, (int) Math.max(0, Math.min(faults.size(), KEPT - before)));
        if (kept.isEmpty()) {
            return;
        }
        var text = """
                insert into import_fault (import_id, severity, no, line, code, column_name, detail)
                select ?, ?, no::bigint, line::bigint, code, column_name, detail
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as fault (no, line, code, column_name, detail)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, importId);
            statement.setString(2, severity);
            Sql.setTexts(statement, 3, IntStream.rangeClosed(1, kept.size()).mapToObj(i -> Long.toString(before + i)));
            Sql.setTexts(statement, 4, kept.stream().map(fault -> Long.toString(fault.line())));
            Sql.setTexts(statement, 5, kept.stream().map(LineFault::code));
            Sql.setTexts(statement, 6, kept.stream().map(LineFault::column));
            Sql.setTexts(statement, 7, kept.stream().map(LineFault::detail));
            return statement.executeUpdate();
        });
    }

    /** Faults in the order of the file, from after a number. */
    List<Numbered> list(UUID importId, String severity, long after, int limit) {
        var text = """
                select no, line, code, column_name, detail from import_fault
                where import_id = ? and severity = ? and no > ? order by no limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, importId);
            statement.setString(2, severity);
            statement.setLong(3, after);
            statement.setInt(4, limit);
            return Sql.rows(
                    statement,
                    row -> new Numbered(
                            row.getLong(1),
                            new LineFault(row.getLong(2), row.getString(3), row.getString(4), row.getString(5))));
        });
    }
}
