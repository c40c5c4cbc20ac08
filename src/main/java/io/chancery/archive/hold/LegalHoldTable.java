package io.chancery.archive.hold;

import io.chancery.archive.Keeping.LegalHold;
import io.chancery.archive.Keeping.LegalHold.Act;
import io.chancery.archive.Keeping.LegalHold.On;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds and their releases: rows that are written once. */
@ApplicationScoped
class LegalHoldTable {

    private static final String HOLDS = """
            select hold.id, ucid, message_id, query, held_by, held_at, hold.reason, released_by, released_at, release.reason,
                case when query is not null
                then (select count(*) from legal_hold_delivery as listed where listed.hold_id = hold.id) end,
            (select true from legal_hold_progress as placed where placed.hold_id = hold.id)
            from legal_hold as hold left join legal_hold_release as release on release.hold_id = hold.id
            """;

    private final Sql sql;

    LegalHoldTable(Sql sql) {
        this.sql = sql;
    }

    /** From here to the end of the transaction nothing expires, so that all that is there then is held. */
    void lock() {
        sql.run("select pg_advisory_xact_lock(hashtext('chancery legal hold'))", PreparedStatement::execute);
    }

    void insert(LegalHold hold, @Nullable UUID clientId) {
        var text = """
                insert into legal_hold (id, ucid, message_id, query, reason, client_id, held_by, held_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        var customer = hold.on().customer();
        sql.run(text, statement -> {
            statement.setObject(1, hold.id());
            statement.setString(2, customer == null ? null : customer.text());
            statement.setObject(3, hold.on().message());
            statement.setString(4, hold.on().query());
            statement.setString(5, hold.held().reason());
            statement.setObject(6, clientId);
            statement.setString(7, hold.held().by());
            statement.setObject(8, hold.held().at().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    void addCustomers(UUID holdId, List<UUID> ids) {
        add("insert into legal_hold_customer (hold_id, customer_id) select ?, unnest(?::uuid[])", holdId, ids);
    }

    void addDeliveries(UUID holdId, List<UUID> ids) {
        add("insert into legal_hold_delivery (hold_id, delivery_id) select ?, unnest(?::uuid[])", holdId, ids);
    }

    private void add(String text, UUID holdId, List<UUID> ids) {
        sql.run(text, statement -> {
            statement.setObject(1, holdId);
            Sql.setUuids(statement, 2, ids.stream());
            return statement.executeUpdate();
        });
    }

    void release(UUID holdId, Act release, @Nullable UUID clientId) {
        var text = "insert into legal_hold_release (hold_id, reason, client_id, released_by, released_at)"
                + " values (?, ?, ?, ?, ?)";
        sql.run(text, statement -> {
            statement.setObject(1, holdId);
            statement.setString(2, release.reason());
            statement.setObject(3, clientId);
            statement.setString(4, release.by());
            statement.setObject(5, release.at().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    Optional<LegalHold> find(UUID id) {
        return sql.run(HOLDS + "where hold.id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, LegalHoldTable::hold).stream().findFirst();
        });
    }

    /** Newest first, those before one. */
    List<LegalHold> list(boolean inForce, @Nullable UUID before, int limit) {
        var text = HOLDS + "where true" + (inForce ? " and release.hold_id is null" : "")
                + (before == null ? "" : " and hold.id < ?") + " order by hold.id desc limit " + limit;
        return sql.run(text, statement -> {
            if (before != null) {
                statement.setObject(1, before);
            }
            return Sql.rows(statement, LegalHoldTable::hold);
        });
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        var ucid = row.getString(2);
        var on = new On(
                ucid == null ? null : new Ucid(ucid),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(11, Long.class),
                row.getObject(12, Boolean.class));
        var release = row.getString(8) == null ? null : act(row, 8);
        return new LegalHold(row.getObject(1, UUID.class), on, act(row, 5), release);
    }

    private static Act act(ResultSet row, int first) throws SQLException {
        return new Act(
                row.getString(first),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                row.getString(first + 2));
    }
}
