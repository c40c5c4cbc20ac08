package io.chancery.dispatch.sms.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** The connections to a gateway and its token server, and one request with its answer on one of them. */
final class Connections {

    private final GatewayConfig.Gateway config;
    private final @Nullable SSLContext certificates;
    private final Duration patience;
    private HttpClient client;
    private long lastUse = System.nanoTime();

    /** @param certificates whom we trust, and who we are; null for what every Java program trusts */
    Connections(GatewayConfig.Gateway config, @Nullable SSLContext certificates) {
        this.config = config;
        this.certificates = certificates;
        patience = config.connectTimeout().plus(config.answerTimeout());
        client = open();
    }

    /** HTTP/1.1, where a request has its connection for itself. No redirect: where texts go is for the operator to say. */
    private HttpClient open() {
        var builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(config.connectTimeout());
        return (certificates == null ? builder : builder.sslContext(certificates)).build();
    }

    private synchronized HttpClient client() {
        long now = System.nanoTime();
        if (now - lastUse > config.idleTimeout().toNanos()) {
            // JDK 17 keeps idle connections for 20 minutes, and has no other way to part with them.
            client = open();
        }
        lastUse = now;
        return client;
    }

    /**
     * Posts a body.
     *
     * @param beforeWriting told at the last instant at which the server cannot have the body yet
     * @throws NotSentException if the server cannot have the whole request
     * @throws IOException if it may have it, and we have no whole answer
     */
    Answer post(HttpRequest.Builder request, byte[] body, Runnable beforeWriting) throws IOException {
        var watched = new WatchedBody(body, beforeWriting);
        var exchange = client().sendAsync(request.POST(watched).build(), head -> new LimitedBody());
        try {
            // The client's own time-out ends with the head of the answer, and the body may come drop by drop.
            return Answer.of(exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException slow) {
            exchange.cancel(true);
            throw failure(watched, slow);
        } catch (InterruptedException stopping) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(watched, stopping);
        } catch (ExecutionException broken) {
            throw failure(watched, broken);
        }
    }

    private static IOException failure(WatchedBody body, Exception cause) {
        boolean unsent = body.withdraw();
        // Requests travel behind the handshake, even if they were on their way to it.
        if (has(cause, SSLHandshakeException.class) || (unsent && has(cause, SSLException.class))) {
            return new NotSentException("tls", "The connection could not be encrypted.");
        }
        return unsent
                ? new NotSentException("connect", "The server could not be reached.")
                : new IOException("The connection broke, or the time ran out, before the answer was there.");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(kind::isInstance);
    }
}
