package io.chancery.customer.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.sync.BackSyncTable.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends differences to the sources' webhooks. */
@ApplicationScoped
class WebhookSender {

    private final ObjectMapper json;
    private final Clock clock;
    private final SyncConfig config;
    /** Follows no redirect: where to send is for the administrator to say, not for the receiver. */
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

    WebhookSender(ObjectMapper json, Clock clock, SyncConfig config) {
        this.json = json;
        this.clock = clock;
        this.config = config;
    }

    /** Sends one. The answer is there in time, whatever the receiver does; it never completes with an exception. */
    CompletableFuture<Answer> send(Due due, Difference difference) {
        try {
            var exchange = client.sendAsync(request(due, difference), BodyHandlers.discarding());
            // A timeout of the request itself ends with the head of the answer, and its body may come drop by drop.
            return exchange.copy()
                    .orTimeout(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((answer, failure) -> exchange.cancel(true))
                    .handle((answer, failure) ->
                            failure == null ? Answer.of(answer.statusCode()) : Answer.none(failure));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(Answer.none(e));
        }
    }

    /** The id is the same at every attempt, so that the receiver can tell a repetition. */
    private HttpRequest request(Due due, Difference difference) {
        var id = due.recordId() + "." + due.revision();
        long seconds = clock.instant().getEpochSecond();
        var body = body(difference, clock.instant().toString());
        return HttpRequest.newBuilder(URI.create(due.url()))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(seconds))
                .header("webhook-signature", Signature.of(id, seconds, body, due.secret()))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String body(Difference difference, String at) {
        try {
            return json.writeValueAsString(Map.of("type", BackSync.TOPIC, "timestamp", at, "data", difference));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A difference can always be written", e);
        }
    }
}
