package io.chancery.customer.quality.plausibility;

import static io.chancery.customer.quality.plausibility.Plausibility.DOUBTFUL;
import static io.chancery.customer.quality.plausibility.Plausibility.PLACEHOLDER;
import static io.chancery.customer.quality.plausibility.Plausibility.PLAUSIBLE;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people and programs write where something must be written. Takes values in their normalised form. */
public final class Placeholders {

    private static final Set<String> NOBODY = Set.of(
            "test",
            "testing",
            "noreply",
            "no-reply",
            "no.reply",
            "no_reply",
            "donotreply",
            "do-not-reply",
            "nobody",
            "nomail",
            "noemail",
            "no-email",
            "none",
            "null",
            "na",
            "n.a",
            "keine",
            "keinemail",
            "keine-email",
            "kein",
            "unbekannt",
            "unknown",
            "dummy",
            "fake",
            "asdf",
            "qwertz",
            "qwerty",
            "example");

    private static final Set<String> SHARED = Set.of(
            "info",
            "office",
            "kontakt",
            "contact",
            "mail",
            "post",
            "service",
            "support",
            "admin",
            "webmaster",
            "postmaster",
            "sekretariat",
            "buchhaltung",
            "rechnung",
            "vertrieb",
            "verwaltung",
            "empfang");

    /** RFC 2606 and RFC 6761: nothing is ever delivered there. «example» is left to demonstrations. */
    private static final Pattern NOWHERE = Pattern.compile(".*\\.(?:test|invalid|localhost|local|internal)");

    private static final Set<String> NO_NAME = Set.of(
            "test",
            "tester",
            "testkunde",
            "testuser",
            "dummy",
            "asdf",
            "unbekannt",
            "unknown",
            "anonym",
            "anonymous",
            "n.n.",
            "n. n.",
            "nn",
            "vorname",
            "nachname",
            "name",
            "familienname",
            "kunde",
            "neukunde",
            "barverkauf",
            "laufkunde",
            "kein name",
            "nicht bekannt",
            "gelöscht",
            "deleted");

    private static final Set<String> EVERYBODY =
            Set.of("mustermann", "musterfrau", "muster", "doe", "testmann", "testfrau", "sample");

    private static final Set<String> NO_PLACE = Set.of(
            "unbekannt",
            "unknown",
            "test",
            "ort",
            "stadt",
            "wohnort",
            "straße",
            "strasse",
            "keine",
            "ohne",
            "nicht bekannt",
            "n.n.",
            "unbekannt verzogen",
            "ohne festen wohnsitz");

    private static final Pattern SAMPLE_PLACE = Pattern.compile(
            "(?:muster|test|beispiel)(?:stadt|hausen|dorf|ort|stra(?:ß|ss)e|str\\.?|weg|gasse|platz)(?:\\s.*)?");

    private static final Pattern ONE_DIGIT = Pattern.compile("(\\d)\\1*");
    private static final Pattern RUN_OF_ONE_DIGIT = Pattern.compile(".*(\\d)\\1{6,}");
    private static final Pattern ONE_LETTER = Pattern.compile("([a-z])\\1*");
    /** «x@x.xx», «aaa@aaa.de». */
    private static final Pattern ONE_LETTER_ADDRESS = Pattern.compile("([a-z])\\1*@\\1+\\.[a-z]+");

    private static final String IN_A_ROW = "1234567890123456789";
    private static final int ROW = 6;

    private static final LocalDate FIRST_OF_1900 = LocalDate.of(1900, 1, 1);

    private Placeholders() {}

    /** @param address in lower case */
    public static Plausibility email(String address) {
        int at = address.lastIndexOf('@');
        var local = address.substring(0, Math.max(0, at));
        var domain = address.substring(at + 1);
        if (NOBODY.contains(local)
                || ONE_LETTER_ADDRESS.matcher(address).matches()
                || NOWHERE.matcher(domain).matches()) {
            return PLACEHOLDER;
        }
        boolean sample = local.contains("mustermann") || local.startsWith("test");
        return sample || SHARED.contains(local) || ONE_LETTER.matcher(local).matches() ? DOUBTFUL : PLAUSIBLE;
    }

    /** Whether several people read what is sent to this address. */
    public static boolean isSharedMailbox(String address) {
        return SHARED.contains(address.substring(0, Math.max(0, address.lastIndexOf('@'))));
    }

    /**
     * One digit all the time, or seven times at the end, or nothing but digits in a row behind the code of the country, is nobody's; a
     * row at the end alone may be.
     *
     * @param national the number behind the code of its country, without leading zeros
     */
    public static Plausibility phone(String national) {
        boolean filled = ONE_DIGIT.matcher(national).matches()
                || RUN_OF_ONE_DIGIT.matcher(national).matches()
                || IN_A_ROW.startsWith(national);
        if (filled) {
            return PLACEHOLDER;
        }
        int length = national.length();
        boolean row = length > ROW && IN_A_ROW.contains(national.substring(length - ROW));
        return row
                        || ONE_DIGIT
                                .matcher(national.substring(Math.max(0, length - ROW)))
                                .matches()
                ? DOUBTFUL
                : PLAUSIBLE;
    }

    /** Dates that programs fill in: the first day of their calendar, or of a century. */
    public static Plausibility birthDate(LocalDate date) {
        if (!date.isAfter(FIRST_OF_1900)) {
            return PLACEHOLDER;
        }
        boolean firstDay = date.getDayOfYear() == 1;
        int year = date.getYear();
        boolean epoch = firstDay && (year == 1901 || year == 1970 || year == 1980 || year == 2000);
        return epoch || date.equals(LocalDate.of(1911, 11, 11)) ? DOUBTFUL : PLAUSIBLE;
    }

    /** A given or a family name. */
    public static Plausibility name(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT).replace("test test", "test");
        if (NO_NAME.contains(lower) || isNoWord(lower)) {
            return PLACEHOLDER;
        }
        return EVERYBODY.contains(lower) ? DOUBTFUL : PLAUSIBLE;
    }

    private static boolean isNoWord(String lower) {
        boolean repeated = lower.length() > 2 && ONE_LETTER.matcher(lower).matches();
        return repeated || (!lower.isEmpty() && lower.chars().noneMatch(Character::isLetter));
    }

    /** A street or a city. */
    public static Plausibility place(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (NO_PLACE.contains(lower) || isNoWord(lower)) {
            return PLACEHOLDER;
        }
        return SAMPLE_PLACE.matcher(lower).matches() ? DOUBTFUL : PLAUSIBLE;
    }

    /** A postcode: «00000» is none anywhere, others are left to the tables. */
    public static Plausibility postcode(String text) {
        var digits = text.strip();
        boolean zeros = !digits.isEmpty() && digits.chars().allMatch(c -> c == '0');
        return zeros ? PLACEHOLDER : digits.equals("12345") || digits.equals("99999") ? DOUBTFUL : PLAUSIBLE;
    }
}
