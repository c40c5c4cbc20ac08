package io.chancery.archive.retention;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** How much of which class was accepted when: counted as long as there is little of it, else estimated from a part. */
@ApplicationScoped
class DueTable {

    /** Of more than this only a part is read, so that no calendar takes longer than a moment. */
    private static final double MOST_READ = 50_000;

    private final Sql sql;

    DueTable(Sql sql) {
        this.sql = sql;
    }

    /** Deliveries of one class that were accepted within one month. */
    record Month(String documentClass, Instant begin, long deliveries) {}

    /** @param whole whether all were counted */
    record Months(List<Month> months, boolean whole) {}

    Months months() {
        double share = Math.min(1, MOST_READ / Math.max(1, size()));
        // The first 48 bits of an id are the milliseconds at which it was made.
        var text = """
                select coalesce(version.document_class, 'letter'), month, sum(deliveries)::bigint
                from (select template_version_id, count(*) as deliveries, date_trunc('month', to_timestamp(
                            ('x' || substr(id::text, 1, 8) || substr(id::text, 10, 4))::bit(48)::bigint / 1000.0)) as month
                        from delivery tablesample system (%s) group by template_version_id, month) as part
                    left join template_version as version on version.id = template_version_id
                group by 1, 2 order by 1, 2
                """.formatted(share * 100);
        var months = sql.run(
                text,
                statement -> Sql.rows(
                        statement,
                        row -> new Month(
                                row.getString(1),
                                row.getTimestamp(2).toInstant(),
                                Math.round(row.getLong(3) / share))));
        return new Months(months, share == 1);
    }

    /** As the planner knows it. */
    private double size() {
        var text = """
                select coalesce(sum(greatest(reltuples, 0)), 0) from pg_class
                where oid = 'delivery'::regclass or oid in (select relid from pg_partition_tree('delivery'))
                """;
        return sql.run(
                text,
                statement -> Sql.rows(statement, row -> row.getDouble(1)).stream()
                        .findFirst()
                        .orElse(0.0));
    }
}
