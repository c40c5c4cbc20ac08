package io.chancery.customer.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.sync.BackSyncTable.Due;
import io.chancery.platform.webhook.send.Answer;
import io.chancery.platform.webhook.send.Notice;
import io.chancery.platform.webhook.send.WebhookSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends differences to the sources' webhooks. */
@ApplicationScoped
class SourceSender {

    private final WebhookSender sender;
    private final ObjectMapper json;
    private final Clock clock;
    private final SyncConfig config;

    SourceSender(WebhookSender sender, ObjectMapper json, Clock clock, SyncConfig config) {
        this.sender = sender;
        this.json = json;
        this.clock = clock;
        this.config = config;
    }

    /** Sends one. The answer is there in time, and it never completes with an exception. */
    CompletableFuture<Answer> send(Due due, Difference difference) {
        var id = due.recordId() + "." + due.revision();
        var body = body(difference, clock.instant().toString());
        return sender.send(new Notice(due.url(), id, body, List.of(due.secret())), config.answerWithin());
    }

    private String body(Difference difference, String at) {
        try {
            return json.writeValueAsString(Map.of("type", BackSync.TOPIC, "timestamp", at, "data", difference));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A difference can always be written", e);
        }
    }
}
