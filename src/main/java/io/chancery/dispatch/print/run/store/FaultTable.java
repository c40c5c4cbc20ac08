package io.chancery.dispatch.print.run.store;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of response files that say nothing. */
@ApplicationScoped
public class FaultTable {

    private final Sql sql;

    FaultTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * One of them.
     *
     * @param line from 1; null where the row speaks of a piece that we do not know
     */
    public record ResponseFault(String file, @Nullable Long line, String problem, Instant at) {}

    /** Keeps what is wrong with a file; once, if it is read again. */
    public void insert(String sha256, List<ResponseFault> faults) {
        var text = """
                insert into print_response_fault (file, sha256, no, line, problem, at) values (?, ?, ?, ?, ?, ?)
                on conflict (file, sha256, no) do nothing
                """;
        sql.run(text, statement -> {
            for (int no = 0; no < faults.size(); no++) {
                var fault = faults.get(no);
                statement.setString(1, fault.file());
                statement.setString(2, sha256);
                statement.setInt(3, no);
                statement.setObject(4, fault.line());
                statement.setString(5, fault.problem());
                statement.setObject(6, fault.at().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** The newest. */
    public List<ResponseFault> list(int limit) {
        var text = "select file, line, problem, at from print_response_fault order by at desc, file, no limit ?";
        return sql.run(text, statement -> {
            statement.setInt(1, limit);
            return Sql.rows(
                    statement,
                    row -> new ResponseFault(
                            row.getString(1),
                            row.getObject(2, Long.class),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
        });
    }

    public void deleteOlderThan(Instant limit) {
        sql.run("delete from print_response_fault where at < ?", statement -> {
            statement.setObject(1, limit.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }
}
