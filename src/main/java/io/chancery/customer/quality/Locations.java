package io.chancery.customer.quality;

import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import java.util.regex.Pattern;

/** Takes a place in one line apart: «12043 Berlin», «CH-8001 Zürich», «Tübingen». */
public final class Locations {

    private static final Pattern LINE = Pattern.compile("(?:([A-Za-z]{1,3})\\s?-\\s?)?(\\d{4,5})\\s+(\\D.*)");
    private static final Pattern POSTCODE_ONLY = Pattern.compile("\\d{4,5}");

    private static final Pattern SIGN = Pattern.compile("^[A-Za-z]{1,3}\\s?-\\s?(?=\\d)");

    private Locations() {}

    /** Parts that the line does not name are empty. */
    public record Location(String country, String postcode, String city) {}

    public static Location parse(String line) {
        var match = LINE.matcher(line);
        if (match.matches()) {
            var sign = match.group(1) == null ? "" : match.group(1);
            return new Location(Countries.find(sign).orElse(""), match.group(2), match.group(3));
        }
        return POSTCODE_ONLY.matcher(line).matches() ? new Location("", line, "") : new Location("", "", line);
    }

    /** A postcode without the car sign that some write before it; empty for zeros that only fill the field. */
    public static String postcode(String text) {
        var postcode = SIGN.matcher(text).replaceFirst("");
        return Placeholders.postcode(postcode) == Plausibility.PLACEHOLDER ? "" : postcode;
    }
}
