package io.chancery.customer.matching.spelling;

import java.util.Map;
import java.util.regex.Pattern;

/** A street and its house number in one spelling: «Schulstr. 161», «SCHULSTRASSE 161» and «161 Schulstrasse». */
public final class Streets {

    private static final Pattern CARE_OF = Pattern.compile("^\\s*c/o[^,]*,", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER_LAST = Pattern.compile("^(.*\\D)\\s(\\d+)(?:\\s?([a-z]))?(?:\\s\\d.*)?$");
    private static final Pattern NUMBER_FIRST = Pattern.compile("^(\\d+)\\s?([a-z])?\\s(.*\\D.*)$");
    /** The name of a building before the number, as only the end of the line tells. */
    private static final Pattern BUILDING_FIRST = Pattern.compile(
            "^.*\\s(\\d+)\\s?([a-z])?\\s(\\D*\\b(?:street|st|avenu|ave|av|road"
                    + "|rd|boulevard|blvd|lane|ln|drive|dr|way|place|pl|court|ct|parkway|highway|crescent|square|rise))$");

    private static final Pattern UNIT =
            Pattern.compile("\\b(?:apt|apartment|suite|ste|unit|flat|room|appt|bldg|top|stiege|etage|og)\\b.*$");
    private static final Pattern GERMAN = Pattern.compile("(?:strasse|strase|str)\\b");

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("lane", "ln"),
            Map.entry("drive", "dr"),
            Map.entry("avenue", "av"),
            Map.entry("avenu", "av"),
            Map.entry("ave", "av"),
            Map.entry("road", "rd"),
            Map.entry("court", "ct"),
            Map.entry("boulevard", "blvd"),
            Map.entry("place", "pl"),
            Map.entry("crescent", "cr"),
            Map.entry("cres", "cr"),
            Map.entry("square", "sq"),
            Map.entry("circuit", "cct"),
            Map.entry("close", "cl"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"));

    private Streets() {}

    /** @param number with its letter, such as {@code 96a}; empty if there is none */
    public record Street(String name, String number) {}

    public static Street parse(String text) {
        var folded = Folding.fold(CARE_OF.matcher(text).replaceFirst(""));
        var building = BUILDING_FIRST.matcher(folded);
        if (building.matches()) {
            return new Street(name(building.group(3)), building.group(1) + letter(building.group(2)));
        }
        var line = folded.length() > 3 ? UNIT.matcher(folded).replaceFirst("").strip() : folded;
        var first = NUMBER_FIRST.matcher(line);
        if (first.matches()) {
            return new Street(name(first.group(3)), first.group(1) + letter(first.group(2)));
        }
        var last = NUMBER_LAST.matcher(line);
        return last.matches()
                ? new Street(name(last.group(1)), last.group(2) + letter(last.group(3)))
                : new Street(name(line), "");
    }

    private static String letter(String group) {
        return group == null ? "" : group;
    }

    private static String name(String words) {
        var name = new StringBuilder();
        for (var word : GERMAN.matcher(words).replaceAll("str").split(" ")) {
            name.append(ENGLISH.getOrDefault(word, word));
        }
        return name.toString();
    }
}
