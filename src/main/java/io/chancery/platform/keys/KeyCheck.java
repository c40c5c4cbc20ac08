package io.chancery.platform.keys;

import io.chancery.platform.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

/** Keeps a node from starting with another master key than that of its database: it could read nothing, and spoil much. */
@ApplicationScoped
class KeyCheck {

    private final Sql sql;
    private final MasterKey key;
    private final KeyFolder folder;

    KeyCheck(Sql sql, MasterKey key, KeyFolder folder) {
        this.sql = sql;
        this.key = key;
        this.folder = folder;
    }

    @Transactional
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        sql.run("insert into master_key (fingerprint) values (?) on conflict do nothing", statement -> {
            statement.setString(1, key.fingerprint());
            return statement.executeUpdate();
        });
        var expected = sql.run(
                "select fingerprint from master_key",
                statement -> Sql.rows(statement, row -> row.getString(1)).get(0));
        if (!expected.equals(key.fingerprint())) {
            throw new IllegalStateException("The master key in " + folder.path() + " is not the one that this database"
                    + " was written with. Copy master.key from the other node or from its back-up, or name its folder"
                    + " by chancery.keys.directory");
        }
    }
}
