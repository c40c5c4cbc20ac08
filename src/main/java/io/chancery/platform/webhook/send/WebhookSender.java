package io.chancery.platform.webhook.send;

import io.chancery.platform.request.RetryAfter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends to webhooks. Vert.x, as it connects to an address that we give it and yet asks for the certificate of the host.
 * It follows no redirect: where to send is for the owner of the webhook to say, not for the receiver.
 */
@ApplicationScoped
public class WebhookSender {

    /** A receiver that asks for more is asked again then all the same. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private static final int CONNECTIONS_PER_RECEIVER = 32;
    /** Nobody reads what a receiver says beside its status; so much is let pass to keep the connection. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Vertx vertx;
    private final Targets targets;
    private final Clock clock;
    private final HttpClient client;

    WebhookSender(Vertx vertx, Targets targets, Clock clock) {
        this.vertx = vertx;
        this.targets = targets;
        this.clock = clock;
        // Whatever goes wrong with a connection is the answer; it need not stand in the log as well.
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_RECEIVER))
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends one. The answer is there in time, whatever the receiver does; it never completes with an exception. */
    public CompletableFuture<Answer> send(Notice notice, Duration within) {
        var answer = new CompletableFuture<Answer>();
        vertx.executeBlocking(() -> targets.find(notice.url()), false)
                .compose(target -> client.request(options(target, within)))
                .compose(request -> exchange(request, notice, within))
                .onSuccess(answer::complete)
                .onFailure(failure -> answer.complete(Answer.none(failure)));
        return answer.completeOnTimeout(Answer.late(), within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static RequestOptions options(Target target, Duration within) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(target.address(), target.port())))
                .setHost(target.uri().getHost())
                .setPort(target.port())
                .setSsl(target.isSecure())
                .setURI(target.request())
                .setFollowRedirects(false)
                .setTimeout(within.toMillis());
    }

    /** The head of an answer may come drop by drop, and so may its body: after the time, the connection is cut. */
    private Future<Answer> exchange(HttpClientRequest request, Notice notice, Duration within) {
        long seconds = clock.instant().getEpochSecond();
        long end = vertx.setTimer(within.toMillis(), timer -> request.reset());
        return request.putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Chancery")
                .putHeader("webhook-id", notice.id())
                .putHeader("webhook-timestamp", String.valueOf(seconds))
                .putHeader("webhook-signature", Signature.of(notice.id(), seconds, notice.body(), notice.secrets()))
                .send(Buffer.buffer(notice.body()))
                .onFailure(failure -> vertx.cancelTimer(end))
                .map(response -> read(request, response, end));
    }

    private Answer read(HttpClientRequest request, HttpClientResponse response, long end) {
        var length = new AtomicInteger();
        response.exceptionHandler(failure -> vertx.cancelTimer(end));
        response.endHandler(whole -> vertx.cancelTimer(end));
        response.handler(part -> {
            if (length.addAndGet(part.length()) > LONGEST_ANSWER) {
                request.reset();
            }
        });
        var pause = Optional.ofNullable(response.getHeader("Retry-After"))
                .flatMap(value -> RetryAfter.read(value, clock.instant(), LONGEST_PAUSE));
        return Answer.of(response.statusCode(), pause.orElse(Duration.ZERO));
    }
}
