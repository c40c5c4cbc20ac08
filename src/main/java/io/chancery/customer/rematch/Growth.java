package io.chancery.customer.rematch;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** How much has come since the weights were learnt. */
@ApplicationScoped
class Growth {

    /** Of fewer records nothing can be learnt. */
    private static final long FEWEST_RECORDS = 100;

    private final Sql sql;

    Growth(Sql sql) {
        this.sql = sql;
    }

    /** Whether there are so many times as many records now. */
    boolean isAtLeast(double times) {
        var text = """
                select (select count(*) from match_profile),
                    coalesce((select records from match_model order by version desc limit 1), 0)
                """;
        return sql.run(
                text,
                statement -> Sql.rows(statement, row -> {
                            long records = row.getLong(1);
                            return records >= FEWEST_RECORDS && records >= row.getLong(2) * times;
                        })
                        .get(0));
    }

    /** Whether no file is coming, and nobody has asked for a re-match yet. */
    boolean isOver() {
        var text = """
                select not exists (select from import where status in ('waiting', 'running'))
                    and not exists (select from rematch where status in ('waiting', 'running'))
                """;
        return sql.run(
                text, statement -> Sql.rows(statement, row -> row.getBoolean(1)).get(0));
    }
}
