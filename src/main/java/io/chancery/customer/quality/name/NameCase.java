package io.chancery.customer.quality.name;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives names that were typed in capitals, or in small letters only, the letters they are written with. */
public final class NameCase {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");
    private static final Set<String> SMALL = Set.of(
            "von",
            "vom",
            "van",
            "zu",
            "zum",
            "zur",
            "de",
            "den",
            "der",
            "di",
            "da",
            "dal",
            "del",
            "della",
            "dos",
            "du",
            "la",
            "le",
            "ten",
            "ter",
            "und",
            "auf",
            "am",
            "im",
            "in",
            "geb",
            "geborene",
            "y",
            "e");
    /** Roman numbers behind a name. */
    private static final Pattern NUMBER = Pattern.compile("II|III|IV");

    /** «dell'». */
    private static final int LONGEST_ELISION = 4;

    private NameCase() {}

    /** The name in its letters; as it is if somebody took care of them. */
    public static String proper(String name) {
        if (!isShouted(name) && !isMumbled(name)) {
            return name;
        }
        return WORD.matcher(name).replaceAll(word -> word(word.group(), word.start()));
    }

    private static boolean isShouted(String name) {
        return name.length() > 2
                && name.equals(name.toUpperCase(Locale.ROOT))
                && !name.equals(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isMumbled(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT)) && !SMALL.contains(name);
    }

    private static String word(String word, int at) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (SMALL.contains(lower)) {
            return lower;
        }
        if (at > 0 && NUMBER.matcher(word).matches()) {
            return word;
        }
        int apostrophe = Math.max(lower.indexOf('\''), lower.indexOf('’'));
        boolean elided = apostrophe > 0 && apostrophe <= LONGEST_ELISION;
        return elided && apostrophe + 1 < lower.length() ? elided(lower, apostrophe) : scottish(lower);
    }

    private static String scottish(String lower) {
        return lower.startsWith("mc") && lower.length() > 3 ? "Mc" + capital(lower.substring(2)) : capital(lower);
    }

    /** «d'Angelo» and «dell'Acqua», but «O'Neill». */
    private static String elided(String lower, int apostrophe) {
        var before = lower.substring(0, apostrophe);
        return (before.equals("o") ? "O" : before)
                + lower.charAt(apostrophe)
                + capital(lower.substring(apostrophe + 1));
    }

    private static String capital(String lower) {
        return Character.toTitleCase(lower.charAt(0)) + lower.substring(1);
    }
}
