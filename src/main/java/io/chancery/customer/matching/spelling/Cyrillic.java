package io.chancery.customer.matching.spelling;

import java.util.HashMap;
import java.util.Map;

/** Cyrillic letters in Latin ones, near enough to how passports and people write them to be compared with these. */
final class Cyrillic {

    static final char FIRST = '\u0400';

    private static final char LAST = '\u04FF';

    /** Russian, Ukrainian, Belarusian, Serbian and Bulgarian: each letter with its Latin ones. */
    private static final String LETTERS = """
            а a б b в v г g ґ g д d ѓ g ђ dj е e ё e є e ж zh з z ѕ z и i і i ї i ј j к k ќ k л l љ lj м m н n њ nj о o п p
            р r с s т t ћ c у u ў v ф f х kh ц ts ч ch џ dz ш sh щ shch ы y э e ю iu я ia ъ - ь -
            """;

    private static final Map<Character, String> LATIN = table();

    private Cyrillic() {}

    private static Map<Character, String> table() {
        var table = new HashMap<Character, String>();
        var words = LETTERS.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i].charAt(0), words[i + 1].replace("-", ""));
        }
        return Map.copyOf(table);
    }

    /** The letter itself if it is not Cyrillic. */
    static String latin(char letter) {
        return letter < FIRST || letter > LAST ? String.valueOf(letter) : LATIN.getOrDefault(letter, "");
    }
}
