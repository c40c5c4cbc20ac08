package io.chancery.platform.database;

import io.chancery.platform.DatabaseException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Says at start that what is on record has no wall, and what an administrator has to do to get one. */
@ApplicationScoped
class WallCheck {

    private static final Logger LOG = Logger.getLogger(WallCheck.class);

    private static final String QUESTION = """
            select current_user, case when to_regrole('chancery_app') is null then 'create' else 'alter' end,
                quote_ident(current_database()) as database
            where has_table_privilege('event', 'update') or has_table_privilege('event', 'delete')
                or has_table_privilege('event', 'truncate')
            """;

    private static final String ADVICE =
            "Chancery connects to PostgreSQL as «%s», who may change what was sent, and delete"
                    + " it. So that the database refuses that, let an administrator run: %s role chancery_app login password '…';"
                    + " revoke temporary on database %s from public; and set QUARKUS_DATASOURCE_USERNAME to chancery_app, _PASSWORD"
                    + " to that password, and QUARKUS_FLYWAY_USERNAME and _PASSWORD to what these are now";

    private final DataSource database;

    WallCheck(DataSource database) {
        this.database = database;
    }

    void warn(@Observes StartupEvent event) {
        try (var connection = database.getConnection()) {
            advice(connection).ifPresent(LOG::warn);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** None where the wall stands. */
    static Optional<String> advice(Connection connection) throws SQLException {
        try (var question = connection.createStatement();
                var row = question.executeQuery(QUESTION)) {
            return row.next()
                    ? Optional.of(ADVICE.formatted(row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        }
    }
}
