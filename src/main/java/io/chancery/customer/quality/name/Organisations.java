package io.chancery.customer.quality.name;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells organisations from persons by their legal form, or by what they call themselves. */
public final class Organisations {

    /** Written as they are: in small letters they would be words. */
    private static final String[] EXACT = {
        "AG",
        "KG",
        "SE",
        "SA",
        "S\\.\\s?A\\.",
        "UG",
        "OG",
        "eG",
        "EG",
        "eGen",
        "KGaA",
        "AB",
        "AS",
        "ASA",
        "A/S",
        "Oy",
        "Oyj",
        "NV",
        "BV",
        "SAS",
        "SASU",
        "SNC",
        "SCI",
        "SL",
        "SLU",
        "LP",
        "CIC",
        "Co\\.",
        "PartG",
        "Est\\.",
        "WEG",
        "FlexCo",
        "KEG",
        "OEG",
        "KlG",
        "KmG",
        "AöR",
        "KdöR",
        "VVaG",
        "Anstalt",
        "Trust reg\\."
    };

    private static final String[] ANY_CASE = {
        "gmbh",
        "ggmbh",
        "mbh",
        "m\\.\\s?b\\.\\s?h\\.",
        "ges\\.?\\s?m\\.?\\s?b\\.?\\s?h\\.?",
        "ohg",
        "gbr",
        "e\\.\\s?k\\.",
        "e\\.\\s?kfm\\.",
        "e\\.\\s?kfr\\.",
        "e\\.\\s?v\\.",
        "e\\.\\s?g\\.",
        "e\\.\\s?u\\.",
        "partg\\s?mbb",
        "partgmbb",
        "sàrl",
        "s\\.?à\\.?r\\.?l\\.?",
        "sarl",
        "sagl",
        "s\\.\\s?p\\.\\s?a\\.",
        "spa(?=\\.?$)",
        "s\\.\\s?r\\.\\s?l\\.?s?\\.?",
        "srls?",
        "s\\.\\s?n\\.\\s?c\\.",
        "s\\.\\s?a\\.\\s?s\\.",
        "s\\.\\s?l\\.",
        "ltd\\.?",
        "limited",
        "plc",
        "llp",
        "llc",
        "l\\.l\\.c\\.",
        "inc\\.?",
        "incorporated",
        "corp\\.?",
        "corporation",
        "b\\.\\s?v\\.",
        "n\\.\\s?v\\.",
        "bvba",
        "sprl",
        "vof",
        "lda\\.?",
        "sp\\.\\s?z\\s?o\\.\\s?o\\.",
        "s\\.\\s?r\\.\\s?o\\.",
        "a\\.\\s?s\\.",
        "kft\\.?",
        "zrt\\.?",
        "d\\.\\s?o\\.\\s?o\\.",
        "aps",
        "eurl",
        "haftungsbeschränkt"
    };

    /** Names of what it is; the ends of longer words, too: «Wohnungsbaugenossenschaft». */
    private static final String[] WORDS = {
        "genossenschaft",
        "gesellschaft",
        "gemeinschaft",
        "stiftung",
        "verein",
        "verband",
        "sparkasse",
        "versicherung",
        "versicherungen",
        "stadtwerke",
        "stadtverwaltung",
        "gemeindeverwaltung",
        "hausverwaltung",
        "universität",
        "hochschule",
        "krankenhaus",
        "klinikum",
        "apotheke",
        "kindergarten",
        "kirchengemeinde",
        "ministerium",
        "bundesamt",
        "landratsamt",
        "amtsgericht",
        "finanzamt",
        "institut",
        "zentrum",
        "holding",
        "consulting",
        "handwerkskammer",
        "krankenkasse"
    };

    private static final String FORM =
            "(?:(?:" + String.join("|", EXACT) + ")|(?i:" + String.join("|", ANY_CASE) + "))";
    /** «GmbH & Co. KG» is one form. */
    private static final Pattern LEGAL_FORM = Pattern.compile("(?U)[\\s,(]+\\(?" + FORM
            + "(?:\\s*(?:&|\\+|und|u\\.)\\s*" + FORM + "|\\s+\\(?" + FORM + ")*\\)?(?=[\\s,]|$)");

    private static final Pattern WORD = Pattern.compile(
            "(?Ui)(?:" + Arrays.stream(WORDS).collect(Collectors.joining("|"))
                    + ")(?=[\\s,]|$)|^(?:firma|fa\\.|gemeinde|stadt)\\s|\\s(?:&|\\+)\\s(?:söhne|sohn|partner|cie|co|kollegen|töchter)");

    private Organisations() {}

    /**
     * An organisation in parts.
     *
     * @param legalForm as written; empty if it has none
     */
    public record Organisation(String name, String legalForm) {}

    /** Whether this is the name of an organisation. */
    public static boolean isOrganisation(String name) {
        return LEGAL_FORM.matcher(name).find() || WORD.matcher(name).find();
    }

    /** The name without its legal form, and the form. */
    public static Organisation split(String name) {
        var form = LEGAL_FORM.matcher(name);
        if (!form.find()) {
            return new Organisation(name, "");
        }
        var rest = name.substring(0, form.start()) + name.substring(form.end());
        return new Organisation(rest.strip(), form.group().replaceAll("^[\\s,]+", ""));
    }

    /** What is equal when two names mean one organisation: without legal form, «Firma», «&» and «und». */
    public static String key(String name) {
        var folded = " " + Letters.fold(split(name).name()) + " ";
        return folded.replace(" und ", " ")
                .replace(" firma ", " ")
                .replace(" fa ", " ")
                .replace(" ", "");
    }
}
