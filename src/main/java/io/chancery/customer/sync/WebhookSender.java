package io.chancery.customer.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Sends one difference to a source's webhook. */
@ApplicationScoped
class WebhookSender {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ObjectMapper json;
    private final Clock clock;
    /** Follows no redirect: where to send is for the administrator to say, not for the receiver. */
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(LIMIT)
            .build();

    WebhookSender(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Sends it. The id is the same at every attempt, so that the receiver can tell a repetition.
     *
     * @return the status of the answer
     * @throws IOException if there was none
     */
    int send(BackSyncTable.Due due, Difference difference) throws IOException, InterruptedException {
        var id = due.recordId() + "." + due.revision();
        long seconds = clock.instant().getEpochSecond();
        var body = body(difference, clock.instant().toString());
        var request = HttpRequest.newBuilder(URI.create(due.url()))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(seconds))
                .header("webhook-signature", Signature.of(id, seconds, body, due.secret()))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private String body(Difference difference, String at) {
        try {
            return json.writeValueAsString(Map.of("type", BackSync.TOPIC, "timestamp", at, "data", difference));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A difference can always be written", e);
        }
    }
}
