package io.chancery.archive.search;

import io.chancery.archive.search.Reading.Read;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The words by which deliveries are found, and how far in the archive they were read. */
@ApplicationScoped
public class TextTable {

    private final Sql sql;

    TextTable(Sql sql) {
        this.sql = sql;
    }

    /** A place in the archive, in the order in which it was written. */
    record Place(String tx, UUID deliveryId) {

        private static Place of(ResultSet row) throws SQLException {
            return new Place(row.getString(1), row.getObject(2, UUID.class));
        }
    }

    /** Locks the place that was reached; empty while another node goes on from it, or somebody is being erased. */
    Optional<Place> lockReached() {
        var text = "select tx::text, delivery_id from archive_text_cursor for update skip locked";
        return sql.run(text, statement -> Sql.rows(statement, Place::of)).stream()
                .findFirst();
    }

    /** What comes next; nothing that an open transaction could still come before. The numbers are sorted, not their text. */
    List<Place> next(Place reached, int limit) {
        var text = """
                select tx::text, delivery_id from archive_entry
                where tx >= ?::xid8 and tx < pg_snapshot_xmin(pg_current_snapshot())
                    and (tx, delivery_id) > (?::xid8, ?) and part = 0
                    and customer_id <> '00000000-0000-0000-0000-000000000000'
                order by archive_entry.tx, delivery_id limit ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, reached.tx());
            statement.setString(2, reached.tx());
            statement.setObject(3, reached.deliveryId());
            statement.setInt(4, limit);
            return Sql.rows(statement, Place::of);
        });
    }

    /** Where the archive ends now. */
    Optional<String> newest() {
        var text = "select tx::text from archive_entry order by archive_entry.tx desc limit 1";
        return sql.run(text, statement -> Sql.rows(statement, row -> row.getString(1))).stream()
                .findFirst();
    }

    void reach(Place place) {
        sql.run("update archive_text_cursor set tx = ?::xid8, delivery_id = ?", statement -> {
            statement.setString(1, place.tx());
            statement.setObject(2, place.deliveryId());
            return statement.executeUpdate();
        });
    }

    /** Puts words on record; not of who was erased meanwhile, as a key is remembered for a while. */
    void insert(List<Read> read) {
        var text = """
                insert into archive_text (month, delivery_id, customer_id, recipient, words)
                select month_of(read.id), read.id, delivery.customer_id, recipient, words::tsvector
                from unnest(?::uuid[], ?::text[], ?::text[]) as read (id, recipient, words)
                    join delivery on delivery.id = read.id
                    join customer_key on customer_key.customer_id = delivery.customer_id
                where customer_key.wrapped is not null
                    or exists (select from kept_key where kept_key.delivery_id = read.id)
                """;
        sql.run(text, statement -> {
            Sql.setArray(statement, 1, "uuid", read, Read::deliveryId);
            Sql.setArray(statement, 2, "text", read, Read::recipient);
            Sql.setArray(statement, 3, "text", read, Read::vector);
            return statement.executeUpdate();
        });
    }

    /** Deletes all that customers could be found by, in the caller's transaction. */
    public void delete(Collection<UUID> customerIds) {
        delete("customer_id", customerIds);
    }

    /** The same of deliveries. */
    public void deleteDeliveries(Collection<UUID> deliveryIds) {
        delete("id", deliveryIds);
    }

    private void delete(String column, Collection<UUID> ids) {
        lock();
        // An array is looked up in the index; a join would be planned to read all words there are.
        var text = "delete from archive_text where delivery_id = any (array(select id from delivery where " + column
                + " = any (?)))";
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return statement.executeUpdate();
        });
    }

    /** Empties it, and begins again with the first document. */
    public void restart() {
        lock();
        sql.run("select empty_archive_text()", PreparedStatement::execute);
        reach(new Place("0", new UUID(0, 0)));
    }

    private void lock() {
        sql.run("select from archive_text_cursor for update", PreparedStatement::execute);
    }
}
