package io.chancery.archive.expiry;

import io.chancery.archive.Keeping.Expiry.Kept;
import io.chancery.archive.retention.RetentionDuty.Duty;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far the work on a proposal has come: written with each piece of it, so that none is lost, and none done twice. */
@ApplicationScoped
class ProgressTable {

    static final UUID START = new UUID(0, 0);

    private static final String COLUMNS =
            "select expiry_id, reached, due, not_due, not_final, on_hold from expiry_progress ";

    private final Sql sql;

    ProgressTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where it stands.
     *
     * @param reached the last delivery that was looked at
     * @param due how many of those were due
     */
    record Progress(UUID expiryId, UUID reached, long due, Kept kept) {

        static Progress begin(UUID expiryId) {
            return new Progress(expiryId, START, 0, new Kept(0, 0, 0));
        }

        /** These have been looked at, of which some are due. */
        Progress plus(List<UUID> ids, List<Duty> due, List<Duty> kept) {
            var last = ids.isEmpty() ? reached : ids.get(ids.size() - 1);
            return new Progress(expiryId, last, this.due + due.size(), this.kept.plus(kept));
        }
    }

    /**
     * The oldest that there is something to do for; locked, and none while another node is at it, or while it is still being
     * found out what a hold is on.
     */
    Optional<Progress> next() {
        var text = COLUMNS + "where not exists (select from legal_hold_progress)"
                + " order by expiry_id limit 1 for update skip locked";
        return sql.run(text, statement -> Sql.rows(statement, ProgressTable::progress)).stream()
                .findFirst();
    }

    Optional<Progress> find(UUID expiryId) {
        return sql.run(COLUMNS + "where expiry_id = ?", statement -> {
            statement.setObject(1, expiryId);
            return Sql.rows(statement, ProgressTable::progress).stream().findFirst();
        });
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                new Kept(row.getLong(4), row.getLong(5), row.getLong(6)));
    }

    void put(Progress progress) {
        var text = """
                insert into expiry_progress (expiry_id, reached, due, not_due, not_final, on_hold) values (?, ?, ?, ?, ?, ?)
                on conflict (expiry_id) do update set reached = excluded.reached, due = excluded.due,
                    not_due = excluded.not_due, not_final = excluded.not_final, on_hold = excluded.on_hold
                """;
        sql.run(text, statement -> {
            statement.setObject(1, progress.expiryId());
            statement.setObject(2, progress.reached());
            statement.setLong(3, progress.due());
            statement.setLong(4, progress.kept().notDue());
            statement.setLong(5, progress.kept().notFinal());
            statement.setLong(6, progress.kept().onHold());
            return statement.executeUpdate();
        });
    }

    /** Nothing is left to do. */
    void end(UUID expiryId) {
        sql.run("delete from expiry_progress where expiry_id = ?", statement -> {
            statement.setObject(1, expiryId);
            return statement.executeUpdate();
        });
    }
}
