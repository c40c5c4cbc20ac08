package io.chancery.message.store;

import io.chancery.message.MessageFilter;
import io.chancery.platform.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages, for intake and for the people who look. */
@ApplicationScoped
public class MessageRepository implements PanacheRepositoryBase<MessageEntity, UUID> {

    private final Sql sql;

    MessageRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which messages the filter lets through, newest first; of a customer, those that they got a copy of, too. What a
     * partial index leaves out stands in the text, as the database plans before it knows the values.
     */
    public List<UUID> ids(MessageFilter filter) {
        var values = new ArrayList<Object>();
        var text = newest(Place.OWN, filter, values);
        if (filter.customerIds() != null && filter.status() == null) {
            text = "select id from ((" + text + ") union (" + newest(Place.COPIES, filter, values)
                    + ")) as found order by id desc limit " + filter.limit();
        }
        return sql.run(text, statement -> {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** Where messages are found by who reads them. */
    private record Place(String tables, String id, String customerId) {

        private static final Place OWN = new Place("message", "message.id", "message.customer_id");
        private static final Place COPIES =
                new Place("copy join message on message.id = copy.message_id", "copy.message_id", "copy.customer_id");
    }

    private static String newest(Place place, MessageFilter filter, List<Object> values) {
        var conditions = new ArrayList<String>();
        add(conditions, values, "client_id = ?", filter.clientId());
        add(conditions, values, place.customerId() + " = any (?)", array(filter.customerIds()));
        add(conditions, values, "template = ?", filter.template());
        add(conditions, values, "reference <> '' and reference = ?", filter.reference());
        add(conditions, values, place.id() + " < ?", filter.after());
        conditions.add(filter.test() ? "test" : "not test");
        if (filter.status() != null) {
            conditions.add(
                    filter.status().isFinal() ? "outcome = '" + filter.status().code() + "'" : "outcome is null");
        }
        return "select " + place.id() + " as id from " + place.tables() + " where " + String.join(" and ", conditions)
                + " order by " + place.id()
                + " desc limit " + filter.limit();
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static UUID @Nullable [] array(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    /** In the order of the ids, those that are there. By ids Hibernate has a query ready; one with a list it would translate. */
    public List<MessageEntity> findAll(Collection<UUID> ids) {
        return getSession().findMultiple(MessageEntity.class, List.copyOf(ids)).stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
