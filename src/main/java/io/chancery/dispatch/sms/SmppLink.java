package io.chancery.dispatch.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jsmpp.session.MessageReceiverListener;
import org.jspecify.annotations.Nullable;

/** Keeps one session bound, whether there is something to send or not: receipts come when they come. */
final class SmppLink implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmppLink.class);

    private static final Duration LONGEST_WAIT_FOR_BIND = Duration.ofSeconds(5);
    /** A session that was lost sooner was no success, and must not make us knock without a pause. */
    private static final Duration PROVEN_AFTER = Duration.ofSeconds(10);

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    private enum State {
        /** The first bind, or the first after a loss, is under way: worth waiting for. */
        BINDING,
        BOUND,
        DOWN,
        CLOSED
    }

    private final SmsConfig.Smsc config;
    private final SmscServer smsc;
    private final MessageReceiverListener receipts;
    private final Thread keeper = new Thread(this::keepBound, "sms-link");

    private State state = State.BINDING;
    private @Nullable SmppConnection session;

    SmppLink(SmsConfig.Smsc config, SmscServer smsc, MessageReceiverListener receipts) {
        this.config = config;
        this.smsc = smsc;
        this.receipts = receipts;
        keeper.setDaemon(true);
    }

    void start() {
        keeper.start();
    }

    /** Whether a session is bound now. */
    synchronized boolean isBound() {
        return session != null && session.isBound();
    }

    /** The bound session, if there is one or soon will be. */
    synchronized Optional<SmppConnection> bound() {
        long deadline = System.nanoTime() + LONGEST_WAIT_FOR_BIND.toNanos();
        while (state == State.BINDING && System.nanoTime() < deadline) {
            if (!pause(deadline - System.nanoTime())) {
                break;
            }
        }
        return Optional.ofNullable(session).filter(SmppConnection::isBound);
    }

    private void keepBound() {
        var rest = Duration.ZERO;
        while (isOpenAfter(rest)) {
            rest = holdSession() ? Duration.ZERO : longer(rest);
        }
    }

    private Duration longer(Duration rest) {
        if (rest.isZero()) {
            return config.firstReconnectAfter();
        }
        var doubled = rest.multipliedBy(2);
        return doubled.compareTo(config.longestReconnectAfter()) > 0 ? config.longestReconnectAfter() : doubled;
    }

    /** Binds, and returns when the session is lost. False if it never was of use. */
    private boolean holdSession() {
        long start = System.nanoTime();
        try {
            var bound = bind();
            awaitLoss(bound);
            hangUp(bound);
        } catch (IOException | RuntimeException failed) {
            if (become(State.DOWN, null)) {
                LOG.warnf("No session with the SMSC: %s", failed.getMessage());
            }
            return false;
        }
        boolean proven = System.nanoTime() - start > PROVEN_AFTER.toNanos();
        become(proven ? State.BINDING : State.DOWN, null);
        return proven;
    }

    private SmppConnection bind() throws IOException {
        var candidate = new SmppConnection(smsc, config, receipts);
        candidate.addSessionStateListener((now, before, source) -> wake());
        try {
            candidate.bind(smsc, config);
        } catch (IOException | RuntimeException failed) {
            candidate.close();
            throw failed;
        }
        if (become(State.BOUND, candidate)) {
            LOG.infof("Bound to the SMSC at %s:%d", smsc.host(), smsc.port());
        } else {
            candidate.close();
        }
        return candidate;
    }

    private synchronized void awaitLoss(SmppConnection bound) {
        while (bound.isBound() && state == State.BOUND && pause(Long.MAX_VALUE)) {
            // Woken by every change; most are not the loss.
            continue;
        }
        if (state != State.CLOSED) {
            LOG.warn("The session with the SMSC is lost");
        }
    }

    /** An SMSC that unbound may wait for us to do it, and meanwhile count the connection against our sessions. */
    private static void hangUp(SmppConnection lost) {
        if (!lost.isBound()) {
            lost.close();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** False if the link was closed in the meantime. */
    private synchronized boolean become(State next, @Nullable SmppConnection current) {
        if (state == State.CLOSED) {
            return false;
        }
        state = next;
        session = current;
        notifyAll();
        return true;
    }

    private synchronized boolean isOpenAfter(Duration rest) {
        long end = System.nanoTime() + rest.toNanos();
        while (state != State.CLOSED && System.nanoTime() < end) {
            if (!pause(end - System.nanoTime())) {
                return false;
            }
        }
        return state != State.CLOSED;
    }

    /** False if the thread was asked to stop. */
    private synchronized boolean pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        SmppConnection last;
        synchronized (this) {
            last = session;
            state = State.CLOSED;
            session = null;
            notifyAll();
        }
        keeper.interrupt();
        if (last != null) {
            last.setTransactionTimer(LONGEST_GOODBYE.toMillis());
            last.unbindAndClose();
        }
    }
}
