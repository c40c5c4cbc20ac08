package io.chancery.customer.quality.place;

import io.chancery.customer.quality.name.Letters;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place that has a postcode.
 *
 * @param folded the name for comparison, with single blanks between words
 * @param core the folded name without titles such as «Bad» and «Lutherstadt»
 * @param letters which letters the folded name has, a bit for each
 * @param municipality whether only the municipality around it has this name: accepted, but never proposed for a place
 */
public record Place(String name, String folded, String core, int letters, boolean municipality) {

    private static final Set<String> TITLES =
            Set.of("bad", "hansestadt", "lutherstadt", "kreisstadt", "landeshauptstadt", "universitatsstadt");

    static Place of(String name, boolean municipality) {
        var folded = fold(name);
        return new Place(name, folded, core(folded), letters(folded), municipality);
    }

    /** As {@link Letters#fold}, with «St.» for «Sankt» and «Saint» made one. */
    static String fold(String name) {
        var folded = Letters.fold(name);
        return folded.startsWith("st ") || folded.contains(" st ")
                ? (" " + folded).replace(" st ", " sankt ").substring(1)
                : folded;
    }

    /** The very same text if it has none of the titles, or nothing else. */
    static String core(String folded) {
        if (!folded.contains("stadt") && !folded.startsWith("bad ")) {
            return folded;
        }
        var core = Arrays.stream(folded.split(" "))
                .filter(word -> !TITLES.contains(word))
                .collect(Collectors.joining(" "));
        return core.isEmpty() || core.equals(folded) ? folded : core;
    }

    static int letters(String folded) {
        int letters = 0;
        for (int i = 0; i < folded.length(); i++) {
            int letter = folded.charAt(i) - 'a';
            if (letter >= 0 && letter < 26) {
                letters |= 1 << letter;
            }
        }
        return letters;
    }

    /** Whether it is a district of this town, as «Berlin Friedrichshain» is, and not «Wil SG» or «Neustadt am Rübenberge». */
    boolean isDistrictOf(String town) {
        int after = town.length() + 1;
        return name.length() > after + 2
                && name.charAt(after - 1) == ' '
                && Character.isUpperCase(name.charAt(after))
                && Character.isLowerCase(name.charAt(after + 1))
                && name.regionMatches(true, 0, town, 0, town.length());
    }

    /** The town of «Wien, Innere Stadt» and «Graz,01.Bez.:Innere Stadt»; the whole name where nothing follows. */
    String town() {
        int comma = name.indexOf(',');
        return comma < 0 ? folded : fold(name.substring(0, comma));
    }
}
