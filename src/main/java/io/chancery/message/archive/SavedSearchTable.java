package io.chancery.message.archive;

import io.chancery.message.ArchiveDesk.SavedSearch;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saved searches: of each person or client their own, and what the others share. */
@ApplicationScoped
class SavedSearchTable {

    private final Sql sql;
    private final Clock clock;

    SavedSearchTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Their own first, and what others share. */
    @Transactional
    List<SavedSearch> list(UUID clientId) {
        return select(clientId, "true order by own desc, name, changed_at", "");
    }

    /** Their own, or else one that is shared. */
    @Transactional
    Optional<SavedSearch> find(UUID clientId, String name) {
        return select(clientId, "name = ? order by own desc, changed_at limit 1", name).stream()
                .findFirst();
    }

    private List<SavedSearch> select(UUID clientId, String condition, String name) {
        var text = "select name, query, shared, client_id = ? as own, changed_at from archive_search"
                + " where (client_id = ? or shared) and " + condition;
        return sql.run(text, statement -> {
            statement.setObject(1, clientId);
            statement.setObject(2, clientId);
            if (!name.isEmpty()) {
                statement.setString(3, name);
            }
            return Sql.rows(
                    statement,
                    row -> new SavedSearch(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getBoolean(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
        });
    }

    /** Saves it, instead of one of theirs that has the name. */
    @Transactional
    void put(UUID clientId, String name, String query, boolean shared) {
        var text = """
                insert into archive_search (client_id, name, query, shared, changed_at) values (?, ?, ?, ?, ?)
                on conflict (client_id, name) do update
                    set query = excluded.query, shared = excluded.shared, changed_at = excluded.changed_at
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clientId);
            statement.setString(2, name);
            statement.setString(3, query);
            statement.setBoolean(4, shared);
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /** Whether it was there; others' are not touched. */
    @Transactional
    boolean delete(UUID clientId, String name) {
        return sql.run("delete from archive_search where client_id = ? and name = ?", statement -> {
            statement.setObject(1, clientId);
            statement.setString(2, name);
            return statement.executeUpdate() > 0;
        });
    }
}
