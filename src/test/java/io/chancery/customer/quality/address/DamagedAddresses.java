package io.chancery.customer.quality.address;

import io.chancery.customer.quality.place.Place;
import io.chancery.customer.quality.place.PostcodeTable;
import io.chancery.customer.quality.place.PostcodeTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Addresses drawn from the postcode tables and damaged as people damage them; the same for the same seed. */
final class DamagedAddresses {

    /** An address, what a check should say, and what it was before it was damaged. */
    record Case(Address written, Verdict expected, String postcode, String city) {}

    private static final String KEYBOARD = "qwertzuiop asdfghjkl yxcvbnm";
    private static final Map<String, String> SOUNDS =
            Map.of("ch", "kh", "f", "ph", "v", "f", "t", "th", "z", "tz", "k", "ck", "ei", "ai", "ie", "i", "dt", "d");
    private static final Map<String, String> UMLAUTS =
            Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue");

    private final Random random;
    private final List<PostcodeTable> tables = PostcodeTables.all();
    private final List<int[]> postcodes = new ArrayList<>();

    DamagedAddresses(long seed) {
        this.random = new Random(seed);
        for (var table : tables) {
            postcodes.add(IntStream.range(0, (int) Math.pow(10, table.digits()))
                    .filter(table::knows)
                    .toArray());
        }
    }

    List<Case> list(int count) {
        var cases = new ArrayList<Case>();
        while (cases.size() < count) {
            cases.add(next());
        }
        return cases;
    }

    private Case next() {
        int roll = random.nextInt(100);
        int country = roll < 50 ? 0 : roll < 85 ? 1 : roll < 99 ? 2 : 3;
        var table = tables.get(country);
        int postcode = postcodes.get(country)[random.nextInt(postcodes.get(country).length)];
        var places = table.places(postcode).stream()
                .filter(place -> !place.municipality())
                .toList();
        var place = places.get(random.nextInt(places.size())).name();
        return switch (random.nextInt(11)) {
            case 10 -> stranger(country, table, postcode);
            case 0, 1, 2 -> expecting(Verdict.VALID, table, postcode, place, place);
            case 3 ->
                new Case(
                        new Address(null, table.text(postcode), "", table.country()),
                        Verdict.MISSING_CITY,
                        table.text(postcode),
                        places.size() == 1 ? place : "");
            case 4, 5, 6 -> city(table, postcode, place);
            default -> postcode(table, postcode, place);
        };
    }

    /** A city that has nothing to do with its postcode, as after a move that was written down by half. */
    private Case stranger(int country, PostcodeTable table, int postcode) {
        int other = postcodes.get(country)[random.nextInt(postcodes.get(country).length)];
        var city = table.places(other).get(0).name();
        var verdict = isThere(table, postcode, city) ? Verdict.VALID : Verdict.ZIP_CITY_MISMATCH;
        return new Case(new Address(null, table.text(postcode), city, table.country()), verdict, "", city);
    }

    private static Case expecting(Verdict verdict, PostcodeTable table, int postcode, String written, String place) {
        var text = table.text(postcode);
        return new Case(new Address(null, text, written, table.country()), verdict, text, place);
    }

    private Case city(PostcodeTable table, int postcode, String place) {
        var written = place;
        while (written.equals(place) || written.isBlank()) {
            written = damagedCity(place);
        }
        return expecting(
                isThere(table, postcode, written) ? Verdict.VALID : Verdict.CORRECTABLE_CITY,
                table,
                postcode,
                written,
                place);
    }

    private static boolean isThere(PostcodeTable table, int postcode, String city) {
        return table.places(postcode).stream().map(Place::name).anyMatch(name -> name.equalsIgnoreCase(city));
    }

    private String damagedCity(String place) {
        int at = random.nextInt(place.length());
        char c = place.charAt(at);
        return switch (random.nextInt(8)) {
            case 0 -> place.substring(0, at) + place.substring(at + 1);
            case 1 -> place.substring(0, at) + c + place.substring(at);
            case 2 ->
                at + 1 < place.length()
                        ? place.substring(0, at) + place.charAt(at + 1) + c + place.substring(at + 2)
                        : place;
            case 3 -> place.substring(0, at) + neighbour(c) + place.substring(at + 1);
            case 4 -> place.substring(0, at) + (char) ('a' + random.nextInt(26)) + place.substring(at + 1);
            case 5 -> replaced(place, SOUNDS);
            case 6 -> replaced(place, UMLAUTS);
            default -> place.toUpperCase(Locale.ROOT);
        };
    }

    private char neighbour(char c) {
        int at = KEYBOARD.indexOf(Character.toLowerCase(c));
        if (at < 0 || c == ' ') {
            return c;
        }
        char near = KEYBOARD.charAt(Math.floorMod(at + (random.nextBoolean() ? 1 : -1), KEYBOARD.length()));
        return near == ' ' ? c : near;
    }

    private String replaced(String place, Map<String, String> pairs) {
        var found = pairs.keySet().stream().filter(place::contains).sorted().toList();
        if (found.isEmpty()) {
            return place;
        }
        var from = found.get(random.nextInt(found.size()));
        int at = place.indexOf(from);
        return place.substring(0, at) + pairs.get(from) + place.substring(at + from.length());
    }

    private Case postcode(PostcodeTable table, int postcode, String place) {
        var right = table.text(postcode);
        var written = right;
        while (written.equals(right)) {
            written = damagedPostcode(right);
        }
        var address = new Address(null, written, place, table.country());
        return new Case(address, verdict(table, written, place), right, place);
    }

    private static Verdict verdict(PostcodeTable table, String written, String place) {
        if (written.length() != table.digits()) {
            return Verdict.INVALID_ZIP_FORMAT;
        }
        int postcode = Integer.parseInt(written);
        if (!table.knows(postcode)) {
            return Verdict.UNKNOWN_ZIP;
        }
        return isThere(table, postcode, place) ? Verdict.VALID : Verdict.ZIP_CITY_MISMATCH;
    }

    private String damagedPostcode(String right) {
        int at = random.nextInt(right.length());
        return switch (random.nextInt(4)) {
            case 0 -> right.substring(0, at) + random.nextInt(10) + right.substring(at + 1);
            case 1 ->
                at + 1 < right.length()
                        ? right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2)
                        : right;
            case 2 -> right.startsWith("0") ? right.substring(1) : right;
            default -> right.substring(0, right.length() - 1);
        };
    }
}
