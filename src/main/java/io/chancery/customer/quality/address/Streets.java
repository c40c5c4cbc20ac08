package io.chancery.customer.quality.address;

import io.chancery.customer.quality.name.Letters;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the street line of an address apart: «Hauptstr. 12 a», «Mariahilfer Straße 45/2/13», «C 4, 12». */
public final class Streets {

    private static final String LETTER = "[a-zA-Z](?![\\p{L}\\d])";
    private static final String NUMBER = "\\d{1,4}(?:\\s?½|\\s1/2)?(?:\\s?" + LETTER
            + ")?(?:\\s?[-–+&]\\s?\\d{1,4}(?:\\s?" + LETTER + ")?|\\s?[-–+]\\s?" + LETTER + ")*";
    /** What may follow the house number: Austria's «/stair/door», or the place inside the house in words. */
    private static final String UNIT =
            "\\s?/\\s?(?<door>[\\p{L}\\d][\\p{L}\\d\\s./-]*)|[\\s,;]+\\(?(?<unit>" + Units.START + ".*?)\\)?";

    private static final Pattern NUMBER_LAST = Pattern.compile("(?<name>.+?)[\\s,]*(?<!\\d)(?:(?<![\\p{L}])"
            + "(?:Haus)?(?:Nr|No|Nummer|Hnr)\\.?\\s*)?(?<number>" + NUMBER + ")(?:" + UNIT + ")?");
    private static final Pattern NUMBER_ONLY = Pattern.compile(
            "(?:(?:Haus)?(?:Nr|No|Nummer|Hnr)\\.?\\s*)?(?<number>" + NUMBER + ")(?:" + UNIT + ")?",
            Pattern.CASE_INSENSITIVE);
    /** As in France: «12 bis, rue de la Gare». An ordinal such as «10. Oktober» is no house number. */
    private static final Pattern NUMBER_FIRST = Pattern.compile(
            "(?<number>\\d{1,4}(?:\\s?(?:bis|ter|quater)(?!\\p{L})|\\s?" + LETTER + ")?)[\\s,]+(?<name>\\p{L}[^\\d]*)");

    /** A suffix only where a word is longer than it: «Str.» alone stays. */
    private static final Pattern STREET = Pattern.compile("(?<=\\p{L}|-|\\s)(?i:str\\.|str(?=$|\\s))");

    private static final Pattern SQUARE = Pattern.compile("(?<=\\p{L}|-|\\s)(?i:pl\\.|pl(?=$|\\s))");
    private static final Pattern LANE = Pattern.compile("(?<=\\p{L}{3}|-)g\\.(?=$|\\s)");
    /** Blanks, but for that of «4 1/2». */
    private static final Pattern TIGHT = Pattern.compile("(?<!\\d)\\s+|\\s+(?!\\d)");

    private static final Pattern FOLDED_STREET = Pattern.compile("str(?:asse|ase)?(?= |$)");
    private static final Pattern FOLDED_SQUARE = Pattern.compile("(?<=[^ ])(?:pl|plz)(?= |$)|(?<= )pl(?= |$)");

    private Streets() {}

    /**
     * A street line in parts; what it does not have is empty.
     *
     * @param unit where in the house: «Stiege 2 Top 5», «2. OG links», or Austria's «2/13»
     */
    public record Street(String name, String number, String unit) {

        /** The line as on an envelope. */
        public String text() {
            var numbered = number.isEmpty() || name.isEmpty() ? name + number : name + " " + number;
            if (unit.isEmpty()) {
                return numbered;
            }
            return Character.isDigit(unit.charAt(0)) && !Units.isInWords(unit)
                    ? numbered + "/" + unit
                    : numbered + ", " + unit;
        }
    }

    /** Whether the line is no street but a post-office box. */
    public static boolean isPostBox(String line) {
        return PostBoxes.find(line).isPresent();
    }

    /** The parts of a line that was cleaned before; a post-office box is a name without number. */
    public static Street split(String line) {
        if (isPostBox(line)) {
            return new Street(line, "", "");
        }
        var only = NUMBER_ONLY.matcher(line);
        if (only.matches()) {
            return new Street("", number(only.group("number")), unit(only.group("door"), only.group("unit")));
        }
        var last = NUMBER_LAST.matcher(line);
        if (last.matches()) {
            return new Street(
                    last.group("name"), number(last.group("number")), unit(last.group("door"), last.group("unit")));
        }
        var first = NUMBER_FIRST.matcher(line);
        return first.matches()
                ? new Street(first.group("name").strip(), number(first.group("number")), "")
                : new Street(line, "", "");
    }

    /** One form of a house number, for display and comparison: «12 a» and «12A» are «12a», «12 - 14» is «12-14». */
    public static String number(String written) {
        return TIGHT.matcher(written.replace('–', '-')).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String unit(@Nullable String door, @Nullable String unit) {
        if (door != null) {
            return door.replaceAll("\\s*/\\s*", "/").strip();
        }
        return unit == null ? "" : unit.strip();
    }

    /** The name without abbreviations: «Hauptstr.» is «Hauptstraße», in Switzerland «Hauptstrasse». */
    public static String spelledOut(String name, String country) {
        boolean swiss = country.equals("CH") || country.equals("LI");
        var street = STREET.matcher(name).replaceAll(found -> like(found.group(), swiss ? "strasse" : "straße"));
        var square = SQUARE.matcher(street).replaceAll(found -> like(found.group(), "platz"));
        return country.equals("AT") ? LANE.matcher(square).replaceAll("gasse") : square;
    }

    private static String like(String abbreviation, String word) {
        return Character.isUpperCase(abbreviation.charAt(0))
                ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                : word;
    }

    /**
     * What is equal when two names mean one street: «Carl-von-Ossietzky-Str.», «Carl von Ossietzky Straße» and
     * «CARL-VON-OSSIETZKY-STRASSE».
     */
    public static String key(String name) {
        var folded = FOLDED_STREET.matcher(Letters.fold(name)).replaceAll("str");
        return FOLDED_SQUARE.matcher(folded).replaceAll("platz").replace(" ", "");
    }
}
