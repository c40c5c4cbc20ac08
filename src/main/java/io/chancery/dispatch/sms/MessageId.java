package io.chancery.dispatch.sms;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** The id that an SMSC gives a text, and repeats in its receipts, though not always in the same way of writing. */
final class MessageId {

    /** How the receipts write the id, compared with the answer to the text. */
    enum Style {
        /** As in the answer, give or take leading zeros and the case of hexadecimal digits. */
        SAME,
        /** In decimal, where the answer has it in hexadecimal. */
        DECIMAL,
        /** In hexadecimal, where the answer has it in decimal. */
        HEX;

        String asAnswered(String inReceipt) {
            return canonical(
                    switch (this) {
                        case SAME -> inReceipt;
                        case DECIMAL -> convert(inReceipt, 10, 16);
                        case HEX -> convert(inReceipt, 16, 10);
                    });
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");

    private MessageId() {}

    /** One way of writing for all: SMPP 3.4 appendix B pads the id of a receipt to ten digits. */
    static String canonical(String id) {
        var trimmed = id.strip();
        return NUMBER.matcher(trimmed).matches()
                ? trimmed.replaceFirst("^0+(?=.)", "").toLowerCase(Locale.ROOT)
                : trimmed;
    }

    private static String convert(String id, int from, int to) {
        var digits = from == 10 ? DECIMAL : NUMBER;
        return digits.matcher(id.strip()).matches() ? new BigInteger(id.strip(), from).toString(to) : id;
    }
}
