package io.chancery.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain SQL for the paths that every message takes: one statement, arrays instead of loops, the caller's transaction. */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** What is done with a prepared statement. */
    public interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** Reads the row that the result stands on. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Prepares the statement and does the work with it.
     *
     * @throws DatabaseException if the database refuses
     */
    public <T> T run(String text, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(text)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Executes a query and reads every row of its answer. */
    public static <T> List<T> rows(PreparedStatement query, RowReader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var row = query.executeQuery()) {
            while (row.next()) {
                found.add(reader.read(row));
            }
        }
        return found;
    }

    /** Sets a {@code uuid[]}. */
    public static void setUuids(PreparedStatement statement, int index, Stream<UUID> ids) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids.toArray()));
    }

    /** Sets an array of a type of the database to one value of each row; any may be null. */
    public static <T> void setArray(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        var values = rows.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** Sets a {@code text[]}; elements may be null. */
    public static void setTexts(PreparedStatement statement, int index, Stream<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    /** Sets a {@code bytea[]}. */
    public static void setBytes(PreparedStatement statement, int index, Stream<byte[]> values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new)));
    }

    /** Sets a {@code smallint[]}. */
    public static void setSmallints(PreparedStatement statement, int index, Stream<Integer> numbers)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("smallint", numbers.toArray()));
    }

    /** Sets a {@code bigint[]}. */
    public static void setBigints(PreparedStatement statement, int index, Stream<Long> numbers) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("bigint", numbers.toArray(Long[]::new)));
    }

    /** Sets a {@code real[]}. */
    public static void setReals(PreparedStatement statement, int index, Stream<Double> numbers) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("float8", numbers.toArray(Double[]::new)));
    }
}
