package io.chancery.customer.quality.address.line;

import io.chancery.customer.quality.Countries;
import io.chancery.customer.quality.Locations;
import io.chancery.customer.quality.address.PostBoxes;
import io.chancery.customer.quality.address.Streets;
import io.chancery.customer.quality.address.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes an address apart that stands in one field: lines or parts between commas, in any usual order. */
public final class AddressLines {

    private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n,;|]+\\s*");
    private static final Pattern CARE_OF = Pattern.compile(
            "(?:c\\s?/\\s?o|℅|p\\.\\s?a\\.|per adresse|z\\.?\\s?hd\\.?|zu händen|zu handen|bei|b\\.)[\\s:]+(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** In front of a street in the same part: «c/o Meier Hauptstr. 5» cannot be told apart, «c/o Meier - Hauptstr. 5» can. */
    private static final Pattern DASH = Pattern.compile("\\s+[-–•·]\\s+");

    private static final Pattern LOCATION =
            Pattern.compile("(?:[A-Za-z]{1,3}\\s?-\\s?)?\\d{4,5}(?:\\s+\\D.*)?|[A-Za-z]{1,2}\\s?-\\s?\\d{4,5}.*");
    /** «1304 Poppy Hills Dr» is a street with its number in front, «1304 Cossonay» a place. */
    private static final Pattern ENGLISH_STREET = Pattern.compile(
            "\\d+ .*\\s(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|way|court|ct|place|pl|circle|cir|terrace"
                    + "|ter|parkway|pkwy|highway|hwy|trail|trl|square|sq)\\.?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK = Pattern.compile("[A-Za-z]\\s?\\d{1,2}");

    private AddressLines() {}

    /** An address in parts; what the text does not name is empty, the country is ISO 3166-1 alpha-2. */
    public record AddressParts(
            String careOf,
            String postBox,
            String street,
            String number,
            String unit,
            String postcode,
            String city,
            String country) {

        /** In whose care, street, number and unit, or the box: what stands on an envelope above the place. */
        public String streetLine() {
            var line = new Streets.Street(street, number, unit).text();
            var door = line.isEmpty() && !postBox.isEmpty() ? "Postfach " + postBox : line;
            return careOf.isEmpty() ? door : "c/o " + careOf + (door.isEmpty() ? "" : ", " + door);
        }
    }

    public static AddressParts parse(String text) {
        return EnglishAddress.parse(text).orElseGet(() -> parseGerman(text));
    }

    private static AddressParts parseGerman(String text) {
        var parse = new Parse();
        parts(text).forEach(parse::take);
        return parse.result();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (var part : BREAK.split(text.strip())) {
            for (var piece : CARE_OF.matcher(part).matches() ? DASH.split(part) : new String[] {part}) {
                if (!piece.isBlank()) {
                    parts.add(piece.strip());
                }
            }
        }
        rejoinBlocks(parts);
        return parts;
    }

    /** Mannheim's «C 4, 12» is one street line. */
    private static void rejoinBlocks(List<String> parts) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (BLOCK.matcher(parts.get(i)).matches() && parts.get(i + 1).matches("\\d{1,3}\\s?[a-z]?")) {
                parts.set(i, parts.get(i) + ", " + parts.remove(i + 1));
            }
        }
    }

    private static final class Parse {

        private String careOf = "";
        private String postBox = "";
        private Streets.Street street = new Streets.Street("", "", "");
        private Locations.Location location = new Locations.Location("", "", "");
        private String country = "";
        private final List<String> others = new ArrayList<>();
        private final List<String> units = new ArrayList<>();

        void take(String part) {
            var inCare = CARE_OF.matcher(part);
            var box = PostBoxes.find(part);
            if (inCare.matches()) {
                careOf = inCare.group(1);
            } else if (box.isPresent() && !box.get().isEmpty()) {
                postBox = box.get();
            } else if (location.postcode().isEmpty() && isLocation(part)) {
                location = Locations.parse(part);
            } else if (Units.isInWords(part)) {
                units.add(part);
            } else {
                takeStreet(part);
            }
        }

        private static boolean isLocation(String part) {
            return LOCATION.matcher(part).matches()
                    && !ENGLISH_STREET.matcher(part).matches();
        }

        private void takeStreet(String part) {
            var split = Streets.split(part);
            boolean takesNumber = split.name().isEmpty() && street.number().isEmpty() && !others.isEmpty();
            if (takesNumber) {
                street = new Streets.Street(takeLast(), split.number(), split.unit());
            } else if (!split.number().isEmpty() && street.number().isEmpty()) {
                street = split;
            } else {
                others.add(part);
            }
        }

        /** What has no number is a country at the end, a city after the street, a street if there is none, or a building. */
        AddressParts result() {
            takeCountry();
            boolean housed = !street.name().isEmpty() || !postBox.isEmpty();
            if (location.city().isEmpty() && others.size() > (housed ? 0 : 1)) {
                location = new Locations.Location(location.country(), location.postcode(), takeLast());
            }
            if (street.name().isEmpty() && !others.isEmpty()) {
                street = new Streets.Street(takeLast(), street.number(), street.unit());
            }
            units.addAll(0, others);
            units.add(0, street.unit());
            units.removeIf(String::isEmpty);
            return new AddressParts(
                    careOf,
                    postBox,
                    street.name(),
                    street.number(),
                    String.join(", ", units),
                    location.postcode(),
                    location.city(),
                    country.isEmpty() ? location.country() : country);
        }

        private String takeLast() {
            return others.remove(others.size() - 1);
        }

        private void takeCountry() {
            if (others.isEmpty()) {
                return;
            }
            var last = others.get(others.size() - 1);
            boolean placed = !location.city().isEmpty();
            // «FL» after a place is a country, alone it may be anything; after a bare postcode the city comes next.
            var found = placed || (last.length() > 2 && location.postcode().isEmpty())
                    ? Countries.find(last)
                    : Optional.<String>empty();
            if (found.isPresent()) {
                country = found.get();
                others.remove(others.size() - 1);
            }
        }
    }
}
