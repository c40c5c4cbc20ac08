package io.chancery.customer.quality.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** Post-office boxes in the languages of our countries. */
public final class PostBoxes {

    private static final Pattern BOX = Pattern.compile(
            "(?:postfach|postf\\.|pf\\.?(?=\\s?\\d)|p\\.?\\s?o\\.?\\s?box|case postale|c\\.?p\\.?(?=\\s\\d)|casella postale"
                    + "|bo[iî]te postale|b\\.?p\\.?(?=\\s\\d))\\s*(?:nr\\.?\\s*)?:?\\s*(\\d[\\d\\s]*|)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PostBoxes() {}

    /** The number of the box without blanks; empty text when it has none, empty when the line is no box. */
    public static Optional<String> find(String line) {
        var box = BOX.matcher(line);
        return box.matches() ? Optional.of(box.group(1).replace(" ", "")) : Optional.empty();
    }
}
