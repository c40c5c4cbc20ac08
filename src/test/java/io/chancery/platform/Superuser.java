package io.chancery.platform;

import io.chancery.platform.database.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The database of a Quarkus test as its superuser, who may all that the application may not: for scenes that are set past
 * keys and triggers, and for what is broken on purpose.
 */
public final class Superuser {

    private Superuser() {}

    public static Connection connect() throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return TestRoles.connect(url, Roles.SUPERUSER);
    }

    /** Executes one statement; keys and triggers hold. */
    public static int execute(String command, Object... values) throws SQLException {
        return execute("origin", command, values);
    }

    /** Executes one statement as if there were neither keys nor triggers. */
    public static int force(String command, Object... values) throws SQLException {
        return execute("replica", command, values);
    }

    private static int execute(String replicationRole, String command, Object... values) throws SQLException {
        try (var connection = connect();
                var setting = connection.createStatement();
                var statement = connection.prepareStatement(command)) {
            setting.execute("set session_replication_role = " + replicationRole);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
