package io.chancery.customer.quality.address;

import java.util.regex.Pattern;

/** Words for a place inside a house: stairs, floors, flats. */
public final class Units {

    /** How such a part begins; case counts only where a word would be too short otherwise. */
    static final String START =
            "(?:(?:\\d{1,2}\\.\\s?)?(?i:ober|unter|erd|dach|zwischen)?(?i:gescho(?:ss|ß)|stock|etage|floor)"
                    + "|\\d{1,2}\\.\\s?(?:OG|UG|St\\.|Et\\.)|(?:EG|OG|UG|DG|HH|VH|HP)(?![\\p{L}])"
                    + "|(?i:stiege|stg\\.?|top|tür|wohnung|whg\\.?|wohn\\.|app(?:artement|\\.)?|apartment|apt\\.?|zimmer|zi\\.|raum|büro"
                    + "|hinterhaus|vorderhaus|gartenhaus|seitenflügel|quergebäude|gebäude|geb\\.|aufgang|eingang|block|haus|parzelle|links"
                    + "|rechts|mitte|postfach|c/o)(?![\\p{L}]))";

    private static final Pattern IN_WORDS = Pattern.compile(START + ".*");

    private Units() {}

    /** Whether this says in words where in a house: «Stiege 2», «Hinterhaus». */
    public static boolean isInWords(String text) {
        return IN_WORDS.matcher(text).matches();
    }
}
