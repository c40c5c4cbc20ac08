package io.chancery.platform.person;

import io.chancery.platform.DatabaseException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What all features know of a person, in the tables of each. */
@ApplicationScoped
public class PersonRows {

    private static final int ROWS_AT_ONCE = 200;

    private final List<PersonalData> features;
    private final DataSource database;

    PersonRows(@All List<PersonalData> features, DataSource database) {
        this.features = features.stream()
                .sorted((one, other) -> one.getClass()
                        .getSimpleName()
                        .compareTo(other.getClass().getSimpleName()))
                .toList();
        this.database = database;
    }

    /** Takes a row. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** All shares of all features. */
    public List<Share> shares() {
        return features.stream().flatMap(feature -> feature.shares().stream()).toList();
    }

    /** Reads the rows of a share by a cursor, so that memory does not grow with them; how many they are. */
    public static long read(Connection connection, PersonStatement about, String query, RowReader reader)
            throws SQLException {
        try (var select = about.prepare(connection, query)) {
            select.setFetchSize(ROWS_AT_ONCE);
            long count = 0;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                    count++;
                }
            }
            return count;
        }
    }

    /** How many rows there are of each share, in the caller's transaction. */
    public Map<String, Long> count(PersonStatement about) {
        var counts = new LinkedHashMap<String, Long>();
        try (var connection = database.getConnection()) {
            for (var share : shares()) {
                read(
                        connection,
                        about,
                        "select count(*) from (" + share.query() + ") as share",
                        row -> counts.put(share.name(), row.getLong(1)));
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
        return counts;
    }

    /**
     * What stays when a person is erased.
     *
     * @param counts how many rows each share has
     */
    public List<Remainder> remainders(Person person, Map<String, Long> counts) {
        var stays = new ArrayList<Remainder>();
        for (var share : shares()) {
            var rest = share.rest();
            long count = counts.getOrDefault(share.name(), 0L);
            if (rest != null && count > 0) {
                stays.add(new Remainder(share.name(), count, rest.german(), rest.english()));
            }
        }
        features.forEach(feature -> stays.addAll(feature.remainders(person)));
        return stays;
    }

    /** Forgets all of it, in the caller's transaction. */
    public void erase(PersonStatement about) {
        features.forEach(feature -> feature.prepareErasing(about.person()));
        try (var connection = database.getConnection()) {
            for (var feature : features) {
                for (var text : feature.erasing()) {
                    try (var statement = about.prepare(connection, text)) {
                        statement.execute();
                    }
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
