package io.chancery.customer.quality.address.line;

import io.chancery.customer.quality.Countries;
import io.chancery.customer.quality.address.line.AddressLines.AddressParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address whose state or province stands before the code or at the end: «123 Main Street, Las Vegas NV 89132». */
final class EnglishAddress {

    private static final Pattern STATE_AND_CODE =
            Pattern.compile("^(.*?)[\\s,]*\\b[A-Z]{2,3}[\\s,]+(\\d{4,6}(?:-\\d{4})?)$");

    private static final Pattern STATE_LAST = Pattern.compile("^(?:(.*\\S)[\\s,]+)?[A-Z]{2}$");

    private EnglishAddress() {}

    /** Empty if it is none. The street is kept as it is written, number first. */
    static Optional<AddressParts> parse(String text) {
        var parts = new ArrayList<>(List.of(text.strip().split("\\s*,[\\s,]*")));
        var country = takeCountry(parts);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        var last = parts.remove(parts.size() - 1);
        var code = STATE_AND_CODE.matcher(last);
        if (code.matches()) {
            return Optional.of(address(parts, code.group(1), code.group(2), country));
        }
        var state = STATE_LAST.matcher(last);
        // «FL» is Liechtenstein as well as Florida; with a postcode in front it is no state.
        if (!state.matches() || parts.stream().anyMatch(part -> part.matches("\\d{4,5} .*"))) {
            return Optional.empty();
        }
        return Optional.of(address(parts, state.group(1) == null ? "" : state.group(1), "", country));
    }

    private static AddressParts address(List<String> parts, String city, String code, String country) {
        // The city may stand in a part of its own, before state and code.
        var place = city.isBlank() && parts.size() > 1 ? parts.remove(parts.size() - 1) : city;
        return new AddressParts("", "", String.join(", ", parts), "", "", code, place, country);
    }

    private static String takeCountry(List<String> parts) {
        var last = parts.get(parts.size() - 1);
        // Two letters at the end are a state more often than a country.
        var country = last.length() <= 2 ? "" : Countries.find(last).orElse("");
        if (!country.isEmpty() && parts.size() > 1) {
            parts.remove(parts.size() - 1);
            return country;
        }
        return "";
    }
}
