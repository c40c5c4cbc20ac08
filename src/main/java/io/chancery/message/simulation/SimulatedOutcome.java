package io.chancery.message.simulation;

import static io.chancery.vocabulary.EventKind.ATTEMPTED;
import static io.chancery.vocabulary.EventKind.DEFERRED;
import static io.chancery.vocabulary.EventKind.DELIVERED;
import static io.chancery.vocabulary.EventKind.FAILED;
import static io.chancery.vocabulary.EventKind.REPEATED;
import static io.chancery.vocabulary.EventKind.RETURNED;
import static io.chancery.vocabulary.EventKind.SENT;
import static io.chancery.vocabulary.EventKind.UNCERTAIN;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.sms.MagicNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a delivery that is only tried. The metadata of the message may say it ({@code simulate}: for all channels,
 * or for each by its name); else the recipient does: the part of a mail address before the @, or a magic number; else it
 * arrives.
 */
public enum SimulatedOutcome {
    /** It arrives, and the provider says so. */
    DELIVERED_AND_CONFIRMED("delivered", null, List.of(ATTEMPTED, SENT), List.of(DELIVERED)),
    /** The provider takes it, and is never heard of again. */
    SILENT("silent", null, List.of(ATTEMPTED, SENT), List.of()),
    /** The provider takes it, and then nobody is there. */
    BOUNCED("bounced", Reason.CONTACT_POINT_BAD, List.of(ATTEMPTED, SENT), List.of(RETURNED)),
    /** The provider takes it, and then it comes back. */
    CAME_BACK("returned", Reason.RETURNED, List.of(ATTEMPTED, SENT), List.of(RETURNED)),
    /** The provider refuses it for good. */
    REFUSED("refused", Reason.REFUSED, List.of(ATTEMPTED, FAILED), List.of()),
    /** The provider takes it at the second attempt. */
    DELAYED("delayed", null, List.of(ATTEMPTED, DEFERRED, ATTEMPTED, SENT), List.of(DELIVERED)),
    /** The provider never takes it. */
    UNREACHABLE(
            "unreachable",
            Reason.RETRIES_EXHAUSTED,
            List.of(ATTEMPTED, DEFERRED, ATTEMPTED, DEFERRED, ATTEMPTED, FAILED),
            List.of()),
    /** Nobody knows whether the provider took it. */
    UNKNOWN("uncertain", Reason.HANDOVER_UNKNOWN, List.of(ATTEMPTED, UNCERTAIN), List.of());

    private static final Map<String, SimulatedOutcome> NUMBERS = Map.of(
            MagicNumbers.UNDELIVERABLE, BOUNCED,
            MagicNumbers.EXPIRED, CAME_BACK,
            MagicNumbers.SILENT, SILENT,
            MagicNumbers.INVALID, REFUSED,
            MagicNumbers.THROTTLED, UNREACHABLE,
            MagicNumbers.CUT, UNKNOWN,
            MagicNumbers.UNANSWERED, UNKNOWN);

    private final String code;
    private final @Nullable Reason reason;
    private final List<EventKind> handover;
    private final List<EventKind> receipt;

    SimulatedOutcome(String code, @Nullable Reason reason, List<EventKind> handover, List<EventKind> receipt) {
        this.code = code;
        this.reason = reason;
        this.handover = handover;
        this.receipt = receipt;
    }

    /** The outcome of a delivery with this rendition. */
    public static SimulatedOutcome of(Channel channel, Rendition rendition, JsonNode metadata) {
        var simulate = metadata.path("simulate");
        var asked = (simulate.isObject() ? simulate.path(channel.name()) : simulate).asText();
        return byCode(asked)
                .or(() -> byRecipient(rendition.envelope().getOrDefault("to", "")))
                .orElse(DELIVERED_AND_CONFIRMED);
    }

    private static Optional<SimulatedOutcome> byRecipient(String to) {
        return to.contains("@")
                ? byCode(to.substring(0, to.indexOf('@')).toLowerCase(Locale.ROOT))
                : Optional.ofNullable(NUMBERS.get(to));
    }

    private static Optional<SimulatedOutcome> byCode(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code.equals(code))
                .findFirst();
    }

    String code() {
        return code;
    }

    /** Why it ended so; null if that needs no reason. */
    @Nullable
    Reason reason() {
        return reason;
    }

    /**
     * What happens until the provider has it, or does not get it.
     *
     * @param resends whether an attempt of unknown result is made again
     */
    List<EventKind> handover(boolean resends) {
        return this == UNKNOWN && resends ? List.of(ATTEMPTED, UNCERTAIN, REPEATED, ATTEMPTED, SENT) : handover;
    }

    /** What the provider says later. */
    List<EventKind> receipt() {
        return receipt;
    }
}
