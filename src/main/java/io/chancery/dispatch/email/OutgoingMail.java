package io.chancery.dispatch.email;

import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.vocabulary.Rendition;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail as SMTP takes it: the archived bytes and two addresses of its envelope.
 *
 * @param from may be empty only if it was unfit
 * @param to may be empty only if it was unfit
 * @param envelopeId what reports about it are to name (RFC 3461 §4.4); null for nothing
 */
record OutgoingMail(
        String from,
        String to,
        String messageId,
        byte[] content,
        @Nullable String envelopeId) {

    /** RFC 5321 §4.1.2, the unquoted form, in which there is no room for spaces, brackets or control characters. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_ADDRESS = 254;

    static OutgoingMail of(Rendition.Mail mail) {
        var envelope = mail.envelope();
        return new OutgoingMail(
                address(envelope.getOrDefault("from", "")),
                address(envelope.getOrDefault("to", "")),
                envelope.getOrDefault("messageId", ""),
                mail.content(),
                null);
    }

    /** The same mail, of which reports go to this address. */
    OutgoingMail returnedTo(String address, String deliveryToken) {
        return new OutgoingMail(address, to, messageId, content, deliveryToken);
    }

    /** Why this can never be sent as it stands, found before the relay hears of it. */
    Optional<Permanent> flaw() {
        if (from.isEmpty()) {
            return Optional.of(new Permanent("sender-address", "The sender is not an address that SMTP can carry."));
        }
        if (to.isEmpty()) {
            return Optional.of(
                    new Permanent("recipient-address", "The recipient is not an address that SMTP can carry."));
        }
        if (!isCanonical()) {
            return Optional.of(new Permanent(
                    "line-ends", "The mail has line ends other than CRLF, so SMTP cannot carry it unchanged."));
        }
        return Optional.empty();
    }

    boolean isEightBit() {
        for (byte octet : content) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }

    /** RFC 5321 §2.3.8: CR and LF occur only together, and the last line is ended too. */
    private boolean isCanonical() {
        for (int i = 0; i < content.length; i++) {
            boolean afterReturn = i > 0 && content[i - 1] == '\r';
            if ((content[i] == '\n') != afterReturn) {
                return false;
            }
        }
        return content.length > 0 && content[content.length - 1] == '\n';
    }

    /** The address with its domain in ASCII (RFC 5890), or nothing if it is not one. */
    private static String address(String raw) {
        int at = raw.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL_PART
                || !LOCAL_PART.matcher(raw.substring(0, at)).matches()) {
            return "";
        }
        var domain = asciiDomain(raw.substring(at + 1));
        var address = raw.substring(0, at) + "@" + domain;
        return DOMAIN.matcher(domain).matches() && address.length() <= LONGEST_ADDRESS ? address : "";
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }
}
