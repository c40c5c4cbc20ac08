package io.chancery.customer.sync;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What came of telling a webhook. */
sealed interface Answer {

    /** The source knows. */
    record Taken() implements Answer {}

    /**
     * The source does not know.
     *
     * @param why in words, without anything of what was sent
     * @param repeat whether it may be otherwise the next time
     */
    record Failed(String why, boolean repeat) implements Answer {}

    /** What the status of the answer means. */
    static Answer of(int status) {
        return status / 100 == 2
                ? new Taken()
                : new Failed("The receiver answered " + status, isWorthRepeating(status));
    }

    /** The receiver is not ready, or asks for time; any other refusal will be the same tomorrow. */
    private static boolean isWorthRepeating(int status) {
        return status >= 500 || status == 408 || status == 425 || status == 429 || status == 409;
    }

    /** There was no answer. */
    static Answer none(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return new Failed("The receiver did not answer in time", true);
        }
        if (cause instanceof ConnectException) {
            return new Failed("The receiver could not be reached", true);
        }
        if (cause instanceof SSLException) {
            return new Failed("No secure connection to the receiver could be made", true);
        }
        return cause instanceof IllegalArgumentException
                ? new Failed("The URL of the webhook cannot be used", false)
                : new Failed("The connection to the receiver broke", true);
    }
}
