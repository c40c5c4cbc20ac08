package io.chancery.dispatch.sms.gateway;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that is written once at most, and of which it is known whether it may have been. The client
 * asks for it when the connection stands and the head is on its way; no gateway acts on a head alone.
 */
final class WatchedBody implements BodyPublisher {

    private enum Stage {
        WAITING,
        WRITING,
        WITHDRAWN
    }

    private final BodyPublisher body;
    private final Runnable beforeWriting;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private volatile @Nullable RuntimeException veto;

    WatchedBody(byte[] body, Runnable beforeWriting) {
        this.body = BodyPublishers.ofByteArray(body);
        this.beforeWriting = beforeWriting;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (!stage.compareAndSet(Stage.WAITING, Stage.WRITING)) {
            throw new IllegalStateException("The body was withdrawn, or has been written already");
        }
        try {
            beforeWriting.run();
        } catch (RuntimeException e) {
            veto = e;
            throw e;
        }
        body.subscribe(subscriber);
    }

    /** Takes it back; false if it may have been written. */
    boolean withdraw() {
        rethrowVeto();
        return stage.compareAndSet(Stage.WAITING, Stage.WITHDRAWN);
    }

    /** Lets the reason pass for which it must not be written. */
    private void rethrowVeto() {
        var reason = veto;
        if (reason != null) {
            throw reason;
        }
    }
}
