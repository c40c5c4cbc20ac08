package io.chancery.dispatch.sms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * What an SMSC says of a text after it took it. SMPP 3.4 appendix B leaves the form to the vendor, so we read no more
 * than we need: id, state and error, from the text or from the parameters that newer ones add.
 *
 * @param messageId as the answer to the text had it; empty if the receipt names none
 * @param code the SMSC's own word
 */
record Receipt(String messageId, Fate fate, String code) {

    enum Fate {
        DELIVERED,
        RETURNED,
        /** On the way, or nobody knows: another receipt will come, or none. */
        OPEN
    }

    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*(\\S+)");
    private static final Pattern STATE = Pattern.compile("(?i)\\bstat:\\s*(\\w+)");
    private static final Pattern ERROR = Pattern.compile("(?i)\\berr:\\s*(\\w+)");
    private static final Pattern NO_ERROR = Pattern.compile("0*");

    /** The states of SMPP 3.4 §5.2.28, by number, in the words of appendix B. */
    private static final String[] STATES = {
        "", "ENROUTE", "DELIVRD", "EXPIRED", "DELETED", "UNDELIV", "ACCEPTD", "UNKNOWN", "REJECTD"
    };

    static Receipt of(DeliverSm deliverSm, MessageId.Style style) {
        var text = text(deliverSm);
        var state = find(STATE, text).orElseGet(() -> stateParameter(deliverSm)).toUpperCase(Locale.ROOT);
        var error = find(ERROR, text).filter(code -> !NO_ERROR.matcher(code).matches());
        var code = error.map(number -> state + " " + number).orElse(state);
        return new Receipt(messageId(deliverSm, text, style), fate(state), code);
    }

    private static String messageId(DeliverSm deliverSm, String text, MessageId.Style style) {
        var parameter = deliverSm.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        return parameter == null
                ? find(ID, text).map(style::asAnswered).orElse("")
                : MessageId.canonical(parameter.getValueAsString());
    }

    /** Whether nobody has the number: the SMSC could not deliver, and its error is one of these. */
    boolean isNobodyThere(Set<String> errors) {
        return code.startsWith("UNDELIV ") && errors.contains(code.substring("UNDELIV ".length()));
    }

    private static String stateParameter(DeliverSm deliverSm) {
        var parameter = deliverSm.getOptionalParameter(OptionalParameter.Message_state.class);
        int state = parameter == null ? 0 : parameter.getValue();
        return state > 0 && state < STATES.length ? STATES[state] : "";
    }

    private static String text(DeliverSm deliverSm) {
        var payload = deliverSm.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte @Nullable [] text = payload == null ? deliverSm.getShortMessage() : payload.getValue();
        return text == null ? "" : new String(text, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Fate fate(String state) {
        return switch (state) {
            case "DELIVRD" -> Fate.DELIVERED;
            case "UNDELIV", "REJECTD", "EXPIRED", "DELETED" -> Fate.RETURNED;
            default -> Fate.OPEN;
        };
    }
}
