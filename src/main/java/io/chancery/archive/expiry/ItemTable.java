package io.chancery.archive.expiry;

import io.chancery.archive.Keeping.Expiry.Count;
import io.chancery.archive.Keeping.Item;
import io.chancery.archive.retention.RetentionDuty.Duty;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What proposals name. */
@ApplicationScoped
class ItemTable {

    private final Sql sql;

    ItemTable(Sql sql) {
        this.sql = sql;
    }

    /** Puts those that are due on the list. */
    void insert(UUID expiryId, List<Duty> due) {
        var text = """
                insert into expiry_item (expiry_id, delivery_id, document_class, channel, year, kept_until)
                select ?, * from unnest(?::uuid[], ?::text[], ?::text[], ?::integer[], ?::date[])
                """;
        sql.run(text, statement -> {
            statement.setObject(1, expiryId);
            Sql.setUuids(statement, 2, due.stream().map(Duty::deliveryId));
            Sql.setTexts(statement, 3, due.stream().map(Duty::documentClass));
            Sql.setTexts(statement, 4, due.stream().map(duty -> duty.channel().name()));
            Sql.setArray(statement, 5, "integer", due, Duty::year);
            Sql.setArray(statement, 6, "date", due, Duty::until);
            return statement.executeUpdate();
        });
    }

    /** In the order of the deliveries' ids, after one of them. */
    List<Item> list(UUID expiryId, UUID after, int limit) {
        var text = """
                select delivery_id, document_class, channel, year, kept_until from expiry_item
                where expiry_id = ? and delivery_id > ? order by delivery_id limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, expiryId);
            statement.setObject(2, after);
            statement.setInt(3, limit);
            return Sql.rows(
                    statement,
                    row -> new Item(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getObject(5, LocalDate.class)));
        });
    }

    /** How many there are of each kind. */
    List<Count> count(UUID expiryId) {
        var text = """
                select document_class, year, channel, count(*) from expiry_item where expiry_id = ?
                group by document_class, year, channel order by document_class, year, channel
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, expiryId);
            return Sql.rows(
                    statement, row -> new Count(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4)));
        });
    }
}
