package io.chancery.message.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.chancery.archive.StatusListener;
import io.chancery.platform.Outbox;
import io.chancery.platform.Sql;
import io.chancery.platform.webhook.EventType;
import io.chancery.platform.webhook.Subscriptions;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the world outside where deliveries stand, in batches, and only as long as anybody there wants to know. */
@ApplicationScoped
class DeliveryNews implements StatusListener {

    private final Sql sql;
    private final Outbox outbox;
    private final Subscriptions subscriptions;

    DeliveryNews(Sql sql, Outbox outbox, Subscriptions subscriptions) {
        this.sql = sql;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
    }

    /** What authors send to themselves is no news for anybody; a client with a test key hears of what it tries. */
    private static final String NEWS = """
            select delivery.id, message.id, client_id, role, channel, reference, metadata
            from delivery join message on message.id = delivery.message_id left join copy on copy.id = copy_id
            where delivery.id = any (?)
                and (not test or exists (select from api_client where api_client.id = client_id and kind = 'test'))
            order by delivery.id
            """;

    /**
     * Ids and statuses, no personal data; the metadata are the client's own.
     *
     * @param copy of which copy, by its role; null for the message itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record News(
            UUID messageId,
            UUID deliveryId,
            @Nullable String copy,
            String channel,
            DeliveryStatus status,
            @Nullable Reason reason,
            String reference,
            @JsonRawValue String metadata) {}

    @Override
    public void moved(List<Change> changes) {
        if (!subscriptions.wants(EventType.DELIVERY_STATUS)) {
            return;
        }
        var told = changes.stream()
                .filter(change -> change.status().isWorthTelling())
                .collect(Collectors.toMap(Change::deliveryId, Function.identity()));
        if (!told.isEmpty()) {
            tell(told);
        }
    }

    private void tell(Map<UUID, Change> told) {
        outbox.append(sql.run(NEWS, statement -> {
            Sql.setUuids(statement, 1, told.keySet().stream());
            return Sql.rows(statement, row -> entry(row, told));
        }));
    }

    private static Outbox.Entry entry(ResultSet row, Map<UUID, Change> told) throws SQLException {
        var deliveryId = row.getObject(1, UUID.class);
        var messageId = row.getObject(2, UUID.class);
        var change = Objects.requireNonNull(told.get(deliveryId));
        var news = new News(
                messageId,
                deliveryId,
                row.getString(4),
                row.getString(5),
                change.status(),
                change.reason(),
                row.getString(6),
                row.getString(7));
        return new Outbox.Entry(EventType.DELIVERY_STATUS, messageId.toString(), row.getObject(3, UUID.class), news);
    }
}
