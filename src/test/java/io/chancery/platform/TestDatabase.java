package io.chancery.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.chancery.platform.database.Roles;
import io.chancery.platform.work.Transactions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database of its own on a real PostgreSQL, with transactions bound to threads, for tests that need no
 * Quarkus. The code under test connects as the application does; only {@link #execute} may more. Closing it stops nothing but its connections; the server goes with the process.
 */
public final class TestDatabase implements DataSource, Transactions, AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = "migrated";

    private static final String CONNECTION_SETTINGS = connectionSettings();

    private static @Nullable EmbeddedPostgres server;

    private final String url;
    private final AgroalDataSource pool;
    private final AgroalDataSource superuser;
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    private TestDatabase(String url, AgroalDataSource pool, AgroalDataSource superuser) {
        this.url = url;
        this.pool = pool;
        this.superuser = superuser;
    }

    public static synchronized TestDatabase create() {
        return create(Roles.APPLICATION);
    }

    /** One whose code under test may all: for what somebody does who owns the database. */
    public static synchronized TestDatabase createForSuperuser() {
        return create(Roles.SUPERUSER);
    }

    private static TestDatabase create(String role) {
        try {
            var postgres = server();
            var name = "test_" + COUNT.incrementAndGet();
            execute(postgres, "create database " + name + " template " + TEMPLATE);
            return at(TestRoles.url(postgres, name), role);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that another process has created. */
    public static TestDatabase at(String url) throws SQLException {
        return at(url, Roles.APPLICATION);
    }

    private static TestDatabase at(String url, String role) throws SQLException {
        var superuser = pool(url, Roles.SUPERUSER, "set session_replication_role = replica");
        return new TestDatabase(url, pool(url, role, CONNECTION_SETTINGS), superuser);
    }

    private static AgroalDataSource pool(String url, String role, String settingsOfConnection) throws SQLException {
        // As in production, a connection that breaks is thrown away.
        var settings = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(30)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(role))
                                .initialSql(settingsOfConnection)));
        return AgroalDataSource.from(settings);
    }

    private static String connectionSettings() {
        try (var file = TestDatabase.class.getResourceAsStream("/application.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("quarkus.datasource.jdbc.new-connection-sql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres server() throws IOException, SQLException {
        var running = server;
        if (running == null) {
            running = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    // The library's default is fast and forgets; a benchmark wants a server as it is run.
                    .setServerConfig("fsync", System.getProperty("chancery.test.fsync", "off"))
                    .setServerConfig("synchronous_commit", System.getProperty("chancery.test.fsync", "off"))
                    // Its transactions would hold up now and then what waits for all transactions before it.
                    .setServerConfig("autovacuum", System.getProperty("chancery.test.fsync", "off"))
                    .start();
            TestRoles.establish(running, TEMPLATE);
            Flyway.configure()
                    .dataSource(TestRoles.url(running, TEMPLATE), Roles.OWNER, "")
                    .load()
                    .migrate();
            server = running;
        }
        return running;
    }

    private static void execute(EmbeddedPostgres postgres, String command) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** For {@link #at} in another process. */
    public String url() {
        return url;
    }

    public static IdGenerator ids(Clock clock) {
        return new IdGenerator(clock);
    }

    /** The helper of the production code, on this database. */
    public Sql sql() {
        return new Sql(this);
    }

    /** The outbox of the production code, on this database. */
    public Outbox outbox(Clock clock) {
        return new Outbox(sql(), new ObjectMapper(), ids(clock), clock);
    }

    /** Executes one statement as the superuser, outside of foreign keys and triggers: for setting a scene. */
    public int execute(String command) {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(command);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The rows of the answer, their columns parted by blanks. */
    public List<String> get(String query) {
        return sql().run(
                        query,
                        statement -> Sql.rows(statement, row -> {
                            var columns = new StringJoiner(" ");
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                columns.add(String.valueOf(row.getString(i)));
                            }
                            return columns.toString();
                        }));
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("This thread is in a transaction already");
        }
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            sql().run(FRESH_PLANS, PreparedStatement::execute);
            return callIn(connection, work);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } finally {
            current.remove();
        }
    }

    private static <T> T callIn(Connection connection, Supplier<T> work) throws SQLException {
        boolean done = false;
        try {
            var answer = work.get();
            connection.commit();
            done = true;
            return answer;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = current.get();
        return connection == null ? pool.getConnection() : withoutClose(connection);
    }

    private static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Override
    public void close() {
        pool.close();
        superuser.close();
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
