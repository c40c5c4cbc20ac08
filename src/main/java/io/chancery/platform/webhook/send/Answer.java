package io.chancery.platform.webhook.send;

import io.vertx.core.http.StreamResetException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * What came of telling somebody.
 *
 * @param status HTTP; 0 if there was no answer
 * @param failure in words, without anything of what was sent; empty if it was taken
 * @param isWorthRepeating whether it may be otherwise the next time
 * @param pause how long the receiver asks to be left alone; zero if it does not
 */
public record Answer(int status, String failure, boolean isWorthRepeating, Duration pause) {

    private static final int GONE = 410;

    /** The receiver is not ready, or asks for time; any other refusal will be the same tomorrow. */
    private static final Set<Integer> NOT_READY = Set.of(408, 409, 425, 429);

    public boolean isTaken() {
        return failure.isEmpty();
    }

    /** Whether the receiver says that it wants to be told nothing ever again. */
    public boolean isGone() {
        return status == GONE;
    }

    static Answer of(int status, Duration pause) {
        boolean taken = status / 100 == 2;
        return new Answer(
                status,
                taken ? "" : "The receiver answered " + status,
                status >= 500 || NOT_READY.contains(status),
                pause);
    }

    static Answer late() {
        return none("The receiver did not answer in time", true);
    }

    /** There was no answer. */
    static Answer none(Throwable cause) {
        if (cause instanceof RefusedTargetException refused) {
            return none("The URL " + refused.why(), false);
        }
        if (cause instanceof UnknownHostException) {
            return none("The host of the webhook cannot be found", true);
        }
        if (cause instanceof TimeoutException || cause instanceof StreamResetException) {
            return late();
        }
        if (cause instanceof SSLException) {
            return none("No secure connection to the receiver could be made", true);
        }
        return cause instanceof ConnectException
                ? none("The receiver could not be reached", true)
                : none("The connection to the receiver broke", true);
    }

    private static Answer none(String failure, boolean isWorthRepeating) {
        return new Answer(0, failure, isWorthRepeating, Duration.ZERO);
    }
}
