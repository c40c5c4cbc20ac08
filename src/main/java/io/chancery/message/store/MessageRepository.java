package io.chancery.message.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.message.MessageFilter;
import io.chancery.message.MessageFilter.Narrowing;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.MessageStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages, for intake and for the people who look. */
@ApplicationScoped
public class MessageRepository implements PanacheRepositoryBase<MessageEntity, UUID> {

    private static final String INSERT = """
            with inserted as (
                insert into message (id, client_id, customer_id, ucid, template_version_id, template, class, reference,
                    language, channels, data, metadata, run_id, run_line, test, send_at, expires_at, created_at,
                    traceparent)
                select id, client_id, customer_id, ucid, template_version_id, template, class, reference, language,
                    string_to_array(channels, ','), data::jsonb, metadata::jsonb, run_id, run_line, test, send_at,
                    expires_at, created_at, traceparent
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::boolean[],
                        ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[])
                    as accepted (id, client_id, customer_id, ucid, template_version_id, template, class, reference,
                        language, channels, data, metadata, run_id, run_line, test, send_at, expires_at, created_at,
                        traceparent)
                returning id)
            insert into message_outcome (message_id) select id from inserted
            """;

    /** One by one, as it is read newest first. */
    private static final String ON_CHANNEL =
            "exists (select from delivery where delivery.message_id = looked.id and channel = ? offset 0)";

    /** There is no index of messages by channel: for one page of a rare one so many are looked at, some 0.1 s long. */
    private static final int MOST_LOOKED_AT = 20_000;

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;
    private final ObjectMapper json;

    MessageRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Puts messages on record that may have any outcome yet; for the many of a run much sooner than one by one. */
    public void insert(List<MessageEntity> messages) {
        sql.run(INSERT, statement -> {
            Sql.setArray(statement, 1, "uuid", messages, message -> message.id);
            Sql.setArray(statement, 2, "uuid", messages, message -> message.clientId);
            Sql.setArray(statement, 3, "uuid", messages, message -> message.customerId);
            Sql.setArray(statement, 4, "text", messages, message -> message.ucid);
            Sql.setArray(statement, 5, "uuid", messages, message -> message.templateVersionId);
            Sql.setArray(statement, 6, "text", messages, message -> message.template);
            Sql.setArray(statement, 7, "text", messages, message -> message.messageClass);
            Sql.setArray(statement, 8, "text", messages, message -> message.reference);
            Sql.setArray(statement, 9, "text", messages, message -> message.language);
            Sql.setArray(statement, 10, "text", messages, MessageRepository::channels);
            Sql.setArray(statement, 11, "text", messages, message -> text(message.data));
            Sql.setArray(statement, 12, "text", messages, message -> text(message.metadata));
            Sql.setArray(statement, 13, "uuid", messages, message -> message.runId);
            Sql.setArray(statement, 14, "bigint", messages, message -> message.runLine);
            Sql.setArray(statement, 15, "boolean", messages, message -> message.test);
            Sql.setArray(statement, 16, "timestamptz", messages, message -> message.sendAt);
            Sql.setArray(statement, 17, "timestamptz", messages, message -> message.expiresAt);
            Sql.setArray(statement, 18, "timestamptz", messages, message -> message.createdAt);
            Sql.setArray(statement, 19, "text", messages, message -> message.traceparent);
            return statement.executeUpdate();
        });
    }

    private static @Nullable String channels(MessageEntity message) {
        return message.channels == null ? null : String.join(",", message.channels);
    }

    private String text(JsonNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Messages that a filter lets through.
     *
     * @param lookedUpTo the last one that was looked at, if there are older ones that were not; null if there are none, or as
     *     many were found as were asked for
     */
    public record Found(List<UUID> ids, @Nullable UUID lookedUpTo) {}

    /**
     * Which messages the filter lets through, newest first; of a customer, those that they got a copy of, too. What a
     * partial index leaves out stands in the text, as the database plans before it knows the values.
     */
    public Found find(MessageFilter filter, Narrowing narrowing) {
        var values = new ArrayList<Object>();
        if (narrowing.channel() == null) {
            return new Found(ids(newest(filter, narrowing, values, filter.limit()), values), null);
        }
        var looked = newest(filter, narrowing, values, MOST_LOOKED_AT);
        return onChannel(looked, values, narrowing.channel().name(), filter);
    }

    private static String newest(MessageFilter filter, Narrowing narrowing, List<Object> values, int limit) {
        var own = newest(Place.OWN, filter, narrowing, values, limit);
        return isOfCustomer(filter)
                ? "select id, template from ((" + own + ") union ("
                        + newest(Place.COPIES, filter, narrowing, values, limit)
                        + ")) as found order by id desc limit " + limit
                : own;
    }

    private Found onChannel(String looked, List<Object> values, String channel, MessageFilter filter) {
        var order = isOfTemplateAlone(filter) ? " order by template desc, id desc" : " order by id desc";
        var withChannel = new ArrayList<>(values);
        withChannel.add(channel);
        var ids = ids(
                "select id from (" + looked + ") as looked where " + ON_CHANNEL + order + " limit " + filter.limit(),
                withChannel);
        if (ids.size() == filter.limit()) {
            return new Found(ids, null);
        }
        var last = ids(
                "select id from (" + looked + ") as looked" + order + " limit 1 offset " + (MOST_LOOKED_AT - 1),
                values);
        return new Found(ids, last.isEmpty() ? null : last.get(0));
    }

    private List<UUID> ids(String text, List<Object> values) {
        return sql.run(text, statement -> {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    private static boolean isOfCustomer(MessageFilter filter) {
        return filter.customerIds() != null && filter.status() == null;
    }

    /** Whether a customer was erased: what had to be kept of them is in the archive, and for compliance alone. */
    public boolean isErased(UUID customerId) {
        return sql.run("select exists (select from customer where id = ? and erased_at is not null)", statement -> {
            statement.setObject(1, customerId);
            return Sql.rows(statement, row -> row.getBoolean(1)).get(0);
        });
    }

    /** Where messages are found by who reads them. */
    private record Place(String tables, String id, String customerId) {

        private static final Place OWN = new Place("message", "message.id", "message.customer_id");
        private static final Place COPIES =
                new Place("copy join message on message.id = copy.message_id", "copy.message_id", "copy.customer_id");
    }

    private static String newest(
            Place place, MessageFilter filter, Narrowing narrowing, List<Object> values, int limit) {
        var conditions = new ArrayList<String>();
        add(conditions, values, "client_id = ?", filter.clientId());
        add(conditions, values, place.customerId() + " = any (?)", array(filter.customerIds()));
        boolean byTemplate = isOfTemplateAlone(filter);
        if (byTemplate) {
            conditions.add("(template, message.id) < (?, ?) and (template, message.id) >= (?, ?)");
            values.addAll(List.of(
                    String.valueOf(filter.template()),
                    Objects.requireNonNullElse(filter.after(), LAST),
                    String.valueOf(filter.template()),
                    Objects.requireNonNullElse(floor(narrowing), FIRST)));
        } else {
            add(conditions, values, "template = ?", filter.template());
            add(conditions, values, place.id() + " < ?", filter.after());
            add(conditions, values, place.id() + " >= ?", floor(narrowing));
        }
        add(conditions, values, "reference <> '' and reference = ?", filter.reference());
        conditions.add(filter.test() ? "test" : "not test");
        // One by one: few were erased, and any other plan would begin with them.
        conditions.add("not exists (select from customer where customer.id = message.customer_id"
                + " and erased_at is not null offset 0)");
        var tables = place.tables();
        if (filter.status() != null) {
            tables += " join message_outcome as ended on ended.message_id = message.id";
            conditions.add(outcome(filter.status()));
        }
        return "select " + place.id() + " as id, template from " + tables + " where "
                + String.join(" and ", conditions)
                + " order by " + (byTemplate ? "template desc, " : "")
                + place.id()
                + " desc limit " + limit;
    }

    /**
     * These are asked for as a range of the index by template and id. Asked for as equal, the database, which plans before
     * it knows the template, would walk back through all messages, and to the first one for a template that has few.
     */
    private static boolean isOfTemplateAlone(MessageFilter filter) {
        return filter.template() != null
                && filter.customerIds() == null
                && filter.reference() == null
                && filter.status() == null;
    }

    /** Of those that were not delivered there is an index, which the database only uses if it is told so. */
    private static String outcome(MessageStatus status) {
        if (status == MessageStatus.DELIVERED) {
            return "outcome = 'delivered'";
        }
        return "outcome is distinct from 'delivered' and outcome "
                + (status.isFinal() ? "= '" + status.code() + "'" : "is null");
    }

    private static @Nullable UUID floor(Narrowing narrowing) {
        return narrowing.since() == null ? null : IdGenerator.floor(narrowing.since());
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

    /** What had become of a message whose deliveries have expired. */
    public MessageStatus outcome(UUID id) {
        return sql.run("select outcome from message_outcome where message_id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, row -> row.getString(1)).stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(MessageStatus::of)
                    .orElse(MessageStatus.ACCEPTED);
        });
    }
}
