package io.chancery.dispatch.sms.gateway;

import java.io.IOException;

/** The gateway cannot have accepted the text: it was not reached, or it does not know us. */
final class NotSentException extends IOException {

    private final String code;
    private final String text;

    NotSentException(String code, String text) {
        super(text);
        this.code = code;
        this.text = text;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }
}
