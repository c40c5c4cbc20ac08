package io.chancery.dispatch.email;

import io.chancery.dispatch.DeliveryOutcome;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the relay answered to one command.
 *
 * @param code of RFC 5321 §4.2, or 0 for no answer, or for nothing that could be one
 * @param text without the code, on one line, without addresses; without an answer, why there is none
 */
record SmtpReply(int code, String text) {

    private static final int CLOSING = 421;
    private static final int LONGEST_TEXT = 200;

    private static final Pattern CODE = Pattern.compile("(?m)^\\d{3}[ -]?");
    private static final Pattern ADDRESS = Pattern.compile("<[^>]*>|[^\\s<>]+@[^\\s<>]+");
    /** No such mailbox, no such domain, not an address, has moved, takes no mail. What 5.1.7 and 5.1.8 say is of the sender. */
    private static final Pattern NOBODY_THERE = Pattern.compile("^5\\.1\\.(1|2|3|6|10)\\b");

    static SmtpReply of(int code, String lines) {
        return code < 200 || code >= 600
                ? none("The relay hung up.")
                : new SmtpReply(code, clean(CODE.matcher(lines).replaceAll("")));
    }

    static SmtpReply none(String reason) {
        return new SmtpReply(0, reason);
    }

    /** What a server wrote, fit for the archive: no addresses, one line, not endless. */
    static String clean(String text) {
        var line = ADDRESS.matcher(text)
                .replaceAll("<…>")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
    }

    boolean isYes() {
        return code >= 200 && code < 300;
    }

    /** Leave to write the mail, which is due after DATA and nowhere else. */
    boolean isGoAhead() {
        return code == 354;
    }

    /** A «no» after which the relay waits for the next command. */
    boolean isRefusal() {
        return code >= 400 && !isGone();
    }

    /** Whether the relay has hung up, or is about to. */
    boolean isGone() {
        return code == 0 || code == CLOSING;
    }

    /** The outcome of a «no» before the mail was complete: whatever went wrong, the relay has not taken it. */
    DeliveryOutcome refusal() {
        if (code == 0) {
            return new DeliveryOutcome.Temporary("no-answer", text);
        }
        return code >= 500
                ? new DeliveryOutcome.Permanent(Integer.toString(code), text)
                : new DeliveryOutcome.Temporary(Integer.toString(code), text);
    }

    /** The outcome of a «no» to the recipient: some say that it is nobody's address (RFC 3463 §3.2). */
    DeliveryOutcome recipientRefusal() {
        return refusal() instanceof DeliveryOutcome.Permanent permanent
                ? new DeliveryOutcome.Permanent(
                        permanent.code(), text, NOBODY_THERE.matcher(text).find())
                : refusal();
    }

    /**
     * The outcome of the answer to the final dot. The mail is known by its own id, which every relay logs and every
     * bounce encloses; the number that a relay gives it is the relay's alone, and is given to others later.
     *
     * @param afterthought what the relay said right behind it, unasked; unless it is a goodbye, either of the two may
     *     be the true one
     */
    DeliveryOutcome verdict(Optional<SmtpReply> afterthought, String messageId) {
        if (code == 0 || (code >= 300 && code < 400)) {
            return new DeliveryOutcome.Uncertain(
                    "The relay had the whole mail, but did not say whether it took it. " + text);
        }
        if (afterthought
                .filter(other -> !other.isGone() && other.isYes() != isYes())
                .isPresent()) {
            return new DeliveryOutcome.Uncertain("The relay had the whole mail, and both took and refused it. " + text);
        }
        return isYes() ? new DeliveryOutcome.Accepted(messageId) : refusal();
    }
}
