package io.chancery.customer.quality.name;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Common given names of the German-speaking countries: whose they are, and which of two names is the given one. */
public final class GivenNames {

    private static final String RESOURCE = "given-names.txt";
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final Map<String, Entry> KNOWN = new HashMap<>();
    /** Common family names that are no given names. */
    private static final Set<String> FAMILY_NAMES = new HashSet<>();

    static {
        load();
    }

    private GivenNames() {}

    /** Who bears a name. */
    public enum Bearer {
        WOMAN,
        MAN,
        EITHER
    }

    /** @param familyName whether it is a family name as often: «Peter», «Otto» */
    private record Entry(Bearer bearer, boolean familyName) {

        Entry and(Entry other) {
            return new Entry(bearer == other.bearer ? bearer : Bearer.EITHER, familyName || other.familyName);
        }
    }

    /** Who bears these given names; the first that is known decides: «Hans-Maria» is a man, as «Rainer Maria» is. */
    public static Optional<Bearer> bearer(String given) {
        for (var name : BETWEEN.split(given.strip())) {
            var known = KNOWN.get(Letters.fold(name));
            if (known != null) {
                return Optional.of(known.bearer());
            }
        }
        return Optional.empty();
    }

    /** Whether each part is a given name that we know. */
    public static boolean isGiven(String name) {
        return all(name, false);
    }

    /**
     * Whether given and family name stand in each other's place: certain only where the family name is a given name, and
     * the given name is none that we know. A name such as «Peter», which is a family name as often, needs more: a common
     * family name in the place of the given name.
     */
    public static boolean isSwapped(String given, String family) {
        return !given.isBlank()
                && !family.isBlank()
                && all(family, !FAMILY_NAMES.contains(Letters.fold(given)))
                && !startsWithGiven(given);
    }

    private static boolean startsWithGiven(String given) {
        var first = BETWEEN.split(given.strip())[0].replace(".", "");
        return first.length() < 2 || KNOWN.containsKey(Letters.fold(first));
    }

    private static boolean all(String name, boolean onlyGiven) {
        boolean sure = false;
        for (var part : BETWEEN.split(name.strip())) {
            var known = KNOWN.get(Letters.fold(part));
            if (known == null) {
                return false;
            }
            sure |= !known.familyName();
        }
        return sure || !onlyGiven;
    }

    private static void load() {
        try (var content = requireNonNull(GivenNames.class.getResourceAsStream(RESOURCE), RESOURCE);
                var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> read(line.charAt(0), line.substring(2).split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(char kind, String[] names) {
        for (var name : names) {
            switch (kind) {
                case 'f' -> add(name, Bearer.WOMAN);
                case 'm' -> add(name, Bearer.MAN);
                case 'x' -> add(name, Bearer.EITHER);
                default -> FAMILY_NAMES.add(Letters.fold(name));
            }
        }
    }

    private static void add(String name, Bearer bearer) {
        KNOWN.merge(Letters.fold(name), new Entry(bearer, name.endsWith("*")), Entry::and);
    }
}
