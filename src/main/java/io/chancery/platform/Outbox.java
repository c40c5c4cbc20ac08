package io.chancery.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the world outside is to be told, written in the transaction of the change itself. */
@ApplicationScoped
public class Outbox {

    /** The topic of entries that only the webhook that they name is told. */
    public static final String WEBHOOK_TEST = "webhook.test";

    private final Sql sql;
    private final ObjectMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    Outbox(Sql sql, ObjectMapper json, IdGenerator ids, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One thing to tell.
     *
     * @param topic such as {@code message.status}
     * @param subject id of what changed
     * @param clientId whose message it is about; null if it is about none
     */
    public record Entry(
            String topic, String subject, @Nullable UUID clientId, Object payload) {

        /** What is about no message. */
        public Entry(String topic, String subject, Object payload) {
            this(topic, subject, null, payload);
        }
    }

    /** Appends the entries, for the feed and for the webhooks that want them, in the caller's transaction. */
    public void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var text = """
                with appended as (
                    insert into outbox (id, topic, subject, client_id, payload, at)
                    select given.id, topic, subject, client_id, payload::jsonb, ?
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[])
                        as given (id, topic, subject, client_id, payload)
                    returning tx, id, topic, subject, client_id, at)
                insert into webhook_delivery (webhook_id, event_id, tx, at, next_attempt_at)
                select webhook.id, appended.id, tx, at, at
                from appended join webhook on webhook.enabled
                    and (topic = any (events) and (webhook.client_id = appended.client_id or everybody and not exists (
                            select from api_client where api_client.id = appended.client_id and kind = 'test'))
                        or topic = ? and subject = webhook.id::text)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, entries.stream().map(entry -> ids.next()));
            Sql.setTexts(statement, 3, entries.stream().map(Entry::topic));
            Sql.setTexts(statement, 4, entries.stream().map(Entry::subject));
            Sql.setUuids(statement, 5, entries.stream().map(Entry::clientId));
            Sql.setTexts(statement, 6, entries.stream().map(entry -> write(entry.payload())));
            statement.setString(7, WEBHOOK_TEST);
            return statement.executeUpdate();
        });
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is told can always be written", e);
        }
    }
}
