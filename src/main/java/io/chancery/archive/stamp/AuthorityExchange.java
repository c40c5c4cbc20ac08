package io.chancery.archive.stamp;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a query to the authority (RFC 3161 §3.4), and waits for its answer, but not for ever. */
@ApplicationScoped
class AuthorityExchange {

    /** A token with some certificates has a tenth of this. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final int OK = 200;

    private final StampConfig config;
    private final HttpClient client;

    AuthorityExchange(StampConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.timeout())
                .build();
    }

    /** @throws AuthorityException if there is no answer in time, or a status that is no success */
    byte[] ask(byte[] query) throws InterruptedException {
        var body = new Body();
        var exchange =
                client.sendAsync(request(query), BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(body::add)));
        try {
            var response = exchange.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return content(response, body);
        } catch (TimeoutException e) {
            throw new AuthorityException("No answer within " + config.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            // Its words may repeat what was sent; the name of what went wrong does not.
            throw new AuthorityException("No answer: "
                    + Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(byte[] query) {
        var request = HttpRequest.newBuilder(url())
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(query));
        config.username().ifPresent(name -> request.header("Authorization", "Basic " + credentials(name)));
        return request.build();
    }

    private URI url() {
        return config.url().orElseThrow();
    }

    private String credentials(String name) {
        var both = name + ":" + config.password().orElse("");
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(HttpResponse<Void> response, Body body) {
        if (response.statusCode() != OK) {
            throw new AuthorityException("Status " + response.statusCode());
        }
        return body.bytes();
    }

    /** What has come so far. */
    private static final class Body {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        synchronized void add(byte[] part) {
            if (bytes.size() + part.length > LONGEST_ANSWER) {
                throw new AuthorityException("The answer is longer than a time-stamp");
            }
            bytes.writeBytes(part);
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
