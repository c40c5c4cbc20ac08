package io.chancery.dispatch.sms.gateway.callback;

import io.chancery.platform.ProblemException;
import java.util.List;

/** What a gateway can do wrong when it brings a receipt. */
final class CallbackException extends ProblemException {

    private CallbackException(int status, String code, String message) {
        super(status, code, message, List.of());
    }

    static CallbackException unknownGateway() {
        return new CallbackException(404, "unknown-gateway", "No gateway of this name brings receipts here");
    }

    static CallbackException tooLarge(int limit) {
        return new CallbackException(413, "too-large", "The body is longer than " + limit + " bytes");
    }

    static CallbackException incomplete() {
        return new CallbackException(400, "incomplete", "The body ended too early");
    }

    static CallbackException notSigned() {
        return new CallbackException(
                401, "invalid-signature", "The signature is missing, wrong, or of a time that is not now");
    }
}
