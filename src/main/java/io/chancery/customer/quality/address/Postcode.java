package io.chancery.customer.quality.address;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A postcode as it was written.
 *
 * @param digits what is left of it without sign and blanks, with letters that look like digits replaced
 * @param tidied whether the sign of a country stood before it, or blanks between its digits
 * @param isNumber whether it had only digits
 */
record Postcode(String digits, boolean tidied, boolean isNumber) {

    private static final Pattern SIGN =
            Pattern.compile("^(?:DE|AT|CH|LI|FL|D|A)\\s*-?\\s*(?=\\d)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DIGITS = 9;

    static Postcode of(@Nullable String written) {
        var text = text(written);
        var plain = SIGN.matcher(text).replaceFirst("");
        var tight = plain.replace(" ", "");
        boolean number = tight.chars().allMatch(c -> c >= '0' && c <= '9');
        var digits = number ? tight : digitsIn(tight);
        return digits.length() <= MOST_DIGITS
                ? new Postcode(digits, tight.length() < text.length(), number)
                : new Postcode("", false, false);
    }

    static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static String digitsIn(String text) {
        return text.replaceAll("[OoQ]", "0").replaceAll("[lI|]", "1").replaceAll("\\D", "");
    }

    boolean isEmpty() {
        return digits.isEmpty() && isNumber;
    }

    boolean hasDigits(int count) {
        return isNumber && digits.length() == count;
    }

    int number() {
        return Integer.parseInt(digits);
    }
}
