package io.chancery.platform.webhook.send;

/** Nothing is sent there; the message says why, in words for whoever gave the URL. */
public final class RefusedTargetException extends RuntimeException {

    RefusedTargetException(String why) {
        super(why);
    }

    /** In words that go on from «The URL …». */
    public String why() {
        return String.valueOf(getMessage());
    }
}
