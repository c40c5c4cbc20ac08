package io.chancery.platform;

import io.chancery.platform.database.RolePasswords;
import io.chancery.platform.database.Roles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The roles of production on a server for tests, which believes everybody who they are. */
public final class TestRoles {

    public static final String DATABASE = "chancery";

    private static final RolePasswords PASSWORDS = RolePasswords.random();

    private TestRoles() {}

    /** Creates roles and database where they are missing, and says how Chancery connects. */
    public static Map<String, String> settings(EmbeddedPostgres server) {
        establish(server, DATABASE);
        return Map.of(
                "quarkus.datasource.jdbc.url", url(server, DATABASE),
                "quarkus.datasource.username", Roles.APPLICATION,
                "quarkus.datasource.password", PASSWORDS.application(),
                "quarkus.flyway.username", Roles.OWNER,
                "quarkus.flyway.password", PASSWORDS.owner());
    }

    /** Creates roles and database where they are missing. */
    public static void establish(EmbeddedPostgres server, String database) {
        try {
            Roles.establish(server, database, PASSWORDS);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Without a user, so that it may be any. */
    public static String url(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** Connects as somebody else than the application does. */
    public static Connection connect(String url, String role) throws SQLException {
        return DriverManager.getConnection(url, role, "");
    }
}
