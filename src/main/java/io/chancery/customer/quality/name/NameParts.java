package io.chancery.customer.quality.name;

import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand around a person's names: titles, the name at birth, what tells father from son. */
public final class NameParts {

    private static final Pattern TITLE = Pattern.compile(
            "d{1,2}r\\.?|dres\\.?|univ\\.-prof\\.?|(?:ass|hon|o|ao)\\.-prof\\.?|prof\\.?|professor(?:in)?|priv\\.-doz\\.?|pd|doz\\.?|m?mag\\.?"
                    + "|dipl\\.-?[a-zäöü]+\\.?(?:-[a-zäöü]+\\.?)?|di|dkfm\\.?|ing\\.?|lic\\.?|med\\.?|dent\\.?|vet\\.?|rer\\.?|nat\\.?|phil\\.?"
                    + "|jur\\.?|iur\\.?|oec\\.?|pol\\.?|habil\\.?|h\\.?c\\.?|h\\.|c\\.|theol\\.?|techn\\.?|mont\\.?|pharm\\.?|agr\\.?|bakk\\.?|sc\\."
                    + "|\\(fh\\)|mult\\.?|ra|stb|wp",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Two letters without a full stop are as well initials or a short name; in small letters they are no title. */
    private static final Pattern SHORT_TITLE = Pattern.compile("DI|PD|RA|StB|WP|Ing");

    private static final Pattern DEGREE = Pattern.compile(
            "MBA|EMBA|LL\\.?M\\.?|LL\\.?B\\.?|B\\.?\\s?Sc\\.?|M\\.?\\s?Sc\\.?|B\\.?\\s?A\\.?|M\\.?\\s?A\\.?|B\\.?\\s?Eng\\.?|M\\.?\\s?Eng\\.?|B\\.?\\s?Ed\\.?"
                    + "|M\\.?\\s?Ed\\.?|Ph\\.?\\s?D\\.?|MPH|CPA|DBA|Bakk\\.?|\\(FH\\)");

    private static final Pattern BIRTH_NAME = Pattern.compile(
            "(?U)[\\s,]*[(,]?\\s*\\b(?:geb\\.|geborene[r]?|geborner|née)\\s*(?<birth>(?:(?:von|van|vom|zu|zum|de|der|den|di)\\s+)*[\\p{L}'’-]+)\\s*\\)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GENERATION = Pattern.compile(
            "(?U)[\\s,]+(?<which>sen\\.?|sr\\.?|senior|jun\\.?|jr\\.?|junior|II\\.?|III\\.?|d\\.\\s?Ä\\.|d\\.\\s?J\\.|der\\s(?:Ältere|Jüngere))(?=,|$)",
            Pattern.CASE_INSENSITIVE);

    private NameParts() {}

    /**
     * A name without one of its parts.
     *
     * @param part what was taken out; empty if there was none
     */
    public record Without(String name, String part) {}

    /** «Müller, geb. Schmidt» is «Müller», born as «Schmidt». */
    public static Without withoutBirthName(String name) {
        var found = BIRTH_NAME.matcher(name);
        if (!found.find() || found.start() == 0) {
            return new Without(name, "");
        }
        var after = name.substring(found.end());
        var gap = after.isEmpty() || after.startsWith(",") || after.startsWith(" ") ? "" : " ";
        return new Without((name.substring(0, found.start()) + gap + after).strip(), found.group("birth"));
    }

    /** «Hans Muster junior» is «Hans Muster», «jun.»: what tells father from son at one address. */
    public static Without withoutGeneration(String name) {
        var found = GENERATION.matcher(name);
        if (!found.find() || found.start() == 0) {
            return new Without(name, "");
        }
        var rest = name.substring(0, found.start()) + name.substring(found.end());
        return new Without(rest.strip(), generation(found.group("which")));
    }

    private static String generation(String written) {
        var plain = written.toLowerCase(Locale.ROOT).replaceAll("[.\\s]", "");
        return switch (plain) {
            case "sen", "sr", "senior", "dä", "derältere" -> "sen.";
            case "jun", "jr", "junior", "dj", "derjüngere" -> "jun.";
            default -> plain.toUpperCase(Locale.ROOT);
        };
    }

    /** Whether a word before the names is a title: «Dr.», «Dipl.-Ing.», «Mag.». */
    public static boolean isTitle(String word) {
        if (!TITLE.matcher(word).matches()) {
            return false;
        }
        return word.endsWith(".") || word.length() > 3 || isShortTitle(word);
    }

    private static boolean isShortTitle(String word) {
        return word.toLowerCase(Locale.ROOT).endsWith("dr")
                || word.equalsIgnoreCase("mag")
                || SHORT_TITLE.matcher(word).matches();
    }

    /** Whether a word behind the names is a degree: «MBA», «B.Sc.». */
    public static boolean isDegree(String word) {
        return DEGREE.matcher(word).matches();
    }
}
