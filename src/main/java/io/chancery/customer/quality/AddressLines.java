package io.chancery.customer.quality;

import io.chancery.customer.quality.Locations.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a whole address in one line apart: «Schulstr. 5, 12043 Berlin», «123 Main Street, Las Vegas NV 89132». */
public final class AddressLines {

    /** City, then state or province if there is one, then the code, as English addresses end. */
    private static final Pattern CODE_LAST =
            Pattern.compile("^(.*?)[\\s,]*\\b(?:[A-Z]{2,3}[\\s,]+)?(\\d{4,6}(?:-\\d{4})?)$");

    private static final Pattern STATE_LAST = Pattern.compile("^(.*\\S)[\\s,]+[A-Z]{2}$");

    private static final Pattern CODE_FIRST = Pattern.compile("^(?:[A-Za-z]{1,3}\\s?-\\s?)?\\d{4,5}\\s+\\D.*$");

    private AddressLines() {}

    /** Parts that the line does not name are empty. */
    public record AddressLine(String street, Location location) {}

    /** A line that cannot be taken apart is a street. */
    public static AddressLine parse(String line) {
        var parts = new ArrayList<>(List.of(line.strip().split("\\s*,[\\s,]*")));
        var country = takeCountry(parts);
        var place = takePlace(parts);
        var street = String.join(", ", parts);
        return new AddressLine(
                street,
                new Location(place.country().isEmpty() ? country : place.country(), place.postcode(), place.city()));
    }

    private static String takeCountry(List<String> parts) {
        var last = parts.get(parts.size() - 1);
        // Two letters at the end are a state more often than a country.
        var country = parts.size() < 2 || last.length() <= 3
                ? ""
                : Countries.find(last).orElse("");
        if (!country.isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return country;
    }

    private static Location takePlace(List<String> parts) {
        if (parts.size() == 1) {
            return new Location("", "", "");
        }
        var last = parts.remove(parts.size() - 1);
        if (CODE_FIRST.matcher(last).matches()) {
            return Locations.parse(last);
        }
        var code = CODE_LAST.matcher(last);
        if (code.matches()) {
            return new Location("", code.group(2), orBefore(code.group(1), parts));
        }
        if (last.matches("[A-Z]{2}")) {
            return new Location("", "", orBefore("", parts));
        }
        return new Location("", "", STATE_LAST.matcher(last).replaceFirst("$1"));
    }

    /** The city may stand in a part of its own, before state and code. */
    private static String orBefore(String city, List<String> parts) {
        if (!city.isBlank()) {
            return city;
        }
        return parts.size() > 1 ? parts.remove(parts.size() - 1) : "";
    }
}
