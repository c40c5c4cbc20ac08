package io.chancery.archive.log.time;

/** A time-stamp is not given, or not believed; the message says why, in words for people. */
public final class TimeStampException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TimeStampException(String reason) {
        super(reason);
    }

    TimeStampException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
