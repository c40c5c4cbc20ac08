package io.chancery.archive.hold;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Holds of which not all is listed yet, and how far that has come. */
@ApplicationScoped
class PlacingTable {

    private final Sql sql;

    PlacingTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * One of them.
     *
     * @param reached the oldest delivery that it has come to
     */
    record Placing(UUID holdId, String query, UUID reached) {}

    /** The oldest, locked; none while another node is at it. */
    Optional<Placing> next() {
        var text = """
                select hold_id, query, reached from legal_hold_progress join legal_hold on legal_hold.id = hold_id
                order by hold_id limit 1 for update of legal_hold_progress skip locked
                """;
        return sql.run(text, statement -> Sql.rows(statement, PlacingTable::placing)).stream()
                .findFirst();
    }

    private static Placing placing(ResultSet row) throws SQLException {
        return new Placing(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class));
    }

    void reach(UUID holdId, UUID delivery) {
        var text = """
                insert into legal_hold_progress (hold_id, reached) values (?, ?)
                on conflict (hold_id) do update set reached = excluded.reached
                """;
        sql.run(text, statement -> {
            statement.setObject(1, holdId);
            statement.setObject(2, delivery);
            return statement.executeUpdate();
        });
    }

    /** All is listed, or nothing more has to be. */
    void end(UUID holdId) {
        sql.run("delete from legal_hold_progress where hold_id = ?", statement -> {
            statement.setObject(1, holdId);
            return statement.executeUpdate();
        });
    }
}
