package io.chancery.platform.webhook;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What a caller can do wrong with webhooks. */
final class WebhookException extends ProblemException {

    private WebhookException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static WebhookException unknown() {
        return new WebhookException(404, "unknown-webhook", "There is no such webhook", List.of());
    }

    static WebhookException unknownDelivery() {
        return new WebhookException(404, "unknown-webhook-delivery", "The webhook was not told of this", List.of());
    }

    static WebhookException invalid(List<Fault> faults) {
        return new WebhookException(422, "invalid-webhook", "The webhook cannot be used", faults);
    }

    static WebhookException invalidReplay(List<Fault> faults) {
        return new WebhookException(422, "invalid-replay", "Nothing is replayed", faults);
    }

    static WebhookException invalidQuery(String parameter, String detail) {
        var fault = new Fault("/" + parameter, detail);
        return new WebhookException(400, "invalid-query", "A query parameter is not valid", List.of(fault));
    }

    static WebhookException disabled() {
        return new WebhookException(
                409, "webhook-disabled", "The webhook is disabled and told nothing; enable it first", List.of());
    }

    static WebhookException tooMany(int most) {
        return new WebhookException(409, "too-many-webhooks", "A client has at most " + most + " webhooks", List.of());
    }
}
