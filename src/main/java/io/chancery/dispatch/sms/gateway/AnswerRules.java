package io.chancery.dispatch.sms.gateway;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.sms.gateway.callback.GatewayCode;
import io.chancery.dispatch.sms.gateway.callback.MessageReference;
import io.chancery.dispatch.sms.gateway.callback.Place;
import io.chancery.platform.request.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a gateway means by an answer: by its HTTP status, and by the codes that are configured. */
final class AnswerRules {

    /** Whatever a gateway asks for, after so long it gets another text. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Set<Integer> NEVER = Set.of(400, 404, 422);
    private static final Set<Integer> UNKNOWN_TO_IT = Set.of(401, 403);
    private static final Set<Integer> TOO_MUCH = Set.of(408, 429, 503);
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Optional<Place> referencePlace;
    private final Optional<Place> codePlace;
    private final Set<String> refused;
    private final Set<String> unknownRecipient;
    private final boolean duplicateMeansAccepted;
    private final Clock clock;

    /** @throws IllegalArgumentException if a pointer is none */
    AnswerRules(GatewayConfig.Gateway config, Clock clock) {
        referencePlace = config.referencePointer().map(Place::of);
        codePlace = config.codePointer().map(Place::of);
        refused = config.refusedCodes().orElse(Set.of());
        unknownRecipient = config.unknownRecipientCodes().orElse(Set.of());
        duplicateMeansAccepted = config.duplicateMeansAccepted();
        this.clock = clock;
    }

    DeliveryOutcome outcome(Answer answer, UUID deliveryId) {
        int status = answer.status();
        var code = codePlace.flatMap(place -> place.in(answer.json()));
        var word = code.flatMap(GatewayCode::printable).orElse("http-" + status);
        if (isAboutTheText(status)) {
            if (code.filter(unknownRecipient::contains).isPresent()) {
                return new Permanent(word, "The gateway knows nobody with the number.", true);
            }
            if (code.filter(refused::contains).isPresent()) {
                return refused(word);
            }
        }
        if (answer.isSuccess() || (status == CONFLICT && duplicateMeansAccepted)) {
            return new Accepted(reference(answer, deliveryId));
        }
        return NEVER.contains(status) ? refused(word) : notNow(answer, word);
    }

    /** Other answers may carry a code that looks like these, of some proxy in between. */
    private static boolean isAboutTheText(int status) {
        return status < 500 && status != 401 && !TOO_MUCH.contains(status);
    }

    private static Permanent refused(String code) {
        return new Permanent(code, "The gateway refused the text.");
    }

    /** A status that we do not know is worth another attempt: the attempts are counted. */
    private Temporary notNow(Answer answer, String code) {
        return UNKNOWN_TO_IT.contains(answer.status())
                ? new Temporary("authentication", "The gateway does not know us.")
                : new Temporary(code, "The gateway could not take the text now.", pause(answer));
    }

    private @Nullable Duration pause(Answer answer) {
        if (!TOO_MUCH.contains(answer.status())) {
            return null;
        }
        var said = answer.retryAfter().flatMap(value -> RetryAfter.read(value, clock.instant(), LONGEST_PAUSE));
        return said.orElse(answer.status() == TOO_MANY_REQUESTS ? PAUSE : null);
    }

    /** A text that the gateway gave no id is known there by ours, if by any. */
    private String reference(Answer answer, UUID deliveryId) {
        return referencePlace
                .flatMap(place -> place.in(answer.json()))
                .flatMap(MessageReference::of)
                .orElseGet(deliveryId::toString);
    }
}
