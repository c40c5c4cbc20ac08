package io.chancery.message.run.store;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What is wrong with lines of runs. */
@ApplicationScoped
public class FaultTable {

    /** The number of the fault that a line could not be read. */
    public static final int UNREADABLE = 0;

    /** The number of the fault that a line came again with other content. */
    public static final int CHANGED = 1;

    /** The first number of what is wrong with the content. */
    public static final int CONTENT = 2;

    private static final int MOST_OF_A_LINE = 20;

    private final Sql sql;

    FaultTable(Sql sql) {
        this.sql = sql;
    }

    /** A fault with its number among those of its line. */
    public record Numbered(int no, RunFault fault) {}

    /** Adds faults, in the caller's transaction; of each line those that come after this number, up to some. */
    public void add(UUID runId, int first, List<RunFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        var counts = new HashMap<Long, Integer>();
        var numbered = new ArrayList<Numbered>();
        for (var fault : faults) {
            int no = counts.merge(fault.line(), 1, Integer::sum) - 1;
            if (no < MOST_OF_A_LINE) {
                numbered.add(new Numbered(first + no, fault));
            }
        }
        var text = """
                insert into run_fault (run_id, line, no, code, pointer, detail)
                select ?, * from unnest(?::bigint[], ?::smallint[], ?::text[], ?::text[], ?::text[])
                on conflict do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, runId);
            Sql.setBigints(
                    statement, 2, numbered.stream().map(one -> one.fault().line()));
            Sql.setSmallints(statement, 3, numbered.stream().map(Numbered::no));
            Sql.setTexts(statement, 4, numbered.stream().map(one -> one.fault().code()));
            Sql.setTexts(statement, 5, numbered.stream().map(one -> one.fault().pointer()));
            Sql.setTexts(statement, 6, numbered.stream().map(one -> one.fault().detail()));
            return statement.executeUpdate();
        });
    }

    /** Forgets the faults of these lines whose numbers lie between, in the caller's transaction. */
    public void remove(UUID runId, Collection<Long> lines, int from, int to) {
        if (lines.isEmpty()) {
            return;
        }
        var text = "delete from run_fault where run_id = ? and line = any (?) and no between ? and ?";
        sql.run(text, statement -> {
            statement.setObject(1, runId);
            Sql.setBigints(statement, 2, lines.stream());
            statement.setInt(3, from);
            statement.setInt(4, to);
            return statement.executeUpdate();
        });
    }

    /** How many lines have faults. */
    public long countLines(UUID runId) {
        return sql.run("select count(distinct line) from run_fault where run_id = ?", statement -> {
            statement.setObject(1, runId);
            return Sql.rows(statement, row -> row.getLong(1)).get(0);
        });
    }

    /** By their lines, from behind one of them. */
    public List<Numbered> list(UUID runId, long line, int no, int limit) {
        var text = """
                select no, line, code, pointer, detail from run_fault
                where run_id = ? and (line, no) > (?, ?) order by line, no limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, runId);
            statement.setLong(2, line);
            statement.setInt(3, no);
            statement.setInt(4, limit);
            return Sql.rows(
                    statement,
                    row -> new Numbered(
                            row.getInt(1),
                            new RunFault(row.getLong(2), row.getString(3), row.getString(4), row.getString(5))));
        });
    }
}
