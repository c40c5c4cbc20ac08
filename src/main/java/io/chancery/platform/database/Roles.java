package io.chancery.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The roles on the embedded server: a superuser for this class, the owner of the tables for migrations, and the one that
 * the application connects as, which owns nothing. What the last may do is in {@code afterMigrate.sql}.
 */
public final class Roles {

    public static final String SUPERUSER = "postgres";
    public static final String OWNER = "chancery_owner";
    public static final String APPLICATION = "chancery_app";

    /** At first the superuser made the tables. */
    private static final String ADOPTION = """
            do $$
            declare
                command text;
            begin
                for command in
                    select format('alter %%s %%s owner to %1$s',
                        case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, oid::regclass)
                    from pg_class
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
                        and relowner <> '%1$s'::regrole
                        -- What belongs to a column goes with its table.
                        and not (relkind = 'S' and exists (select from pg_depend where classid = 'pg_class'::regclass
                            and objid = pg_class.oid and deptype in ('a', 'i')))
                    union all
                    select format('alter routine %%s owner to %1$s', oid::regprocedure) from pg_proc
                    where pronamespace = 'public'::regnamespace and proowner <> '%1$s'::regrole
                loop
                    execute command;
                end loop;
            end
            $$
            """.formatted(OWNER);

    private Roles() {}

    /** Creates what is missing of roles and database, and hands the database to its owner; there is no harm in a repeat. */
    public static void establish(EmbeddedPostgres server, String database, RolePasswords passwords)
            throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            allow(connection, OWNER, passwords.owner());
            allow(connection, APPLICATION, passwords.application());
            createDatabase(connection, database);
        }
        try (var connection = server.getDatabase(SUPERUSER, database).getConnection()) {
            execute(connection, ADOPTION);
        }
    }

    /** An ordinary role that may log in. */
    private static void allow(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "pg_roles", "rolname", role)) {
            execute(connection, "create role " + role);
        }
        execute(
                connection,
                "alter role " + role + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
        setPassword(connection, role, password);
    }

    /** Sends no more than what the server keeps of it. */
    static void setPassword(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static void createDatabase(Connection connection, String database) throws SQLException {
        if (!exists(connection, "pg_database", "datname", database)) {
            execute(connection, "create database " + database);
        }
        for (var command : List.of(
                "alter database %s owner to " + OWNER,
                // Everybody may connect and make temporary tables, unless told otherwise.
                "revoke all on database %s from public",
                "grant connect on database %s to " + APPLICATION)) {
            execute(connection, command.formatted(database));
        }
    }

    private static boolean exists(Connection connection, String table, String column, String name) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from " + table + " where " + column + " = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
