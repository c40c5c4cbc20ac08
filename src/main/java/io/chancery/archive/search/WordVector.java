package io.chancery.archive.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words with their places, in the form of a PostgreSQL tsvector. */
final class WordVector {

    /** PostgreSQL counts no further. */
    private static final int LAST_PLACE = 16_383;

    /** Far below what a tsvector can hold, and enough for a book. */
    private static final int MOST_LETTERS = 200_000;

    private WordVector() {}

    /** @param words in their order, of letters and digits alone */
    static String of(List<String> words) {
        Map<String, StringBuilder> places = new TreeMap<>();
        int letters = 0;
        int place = 0;
        for (var word : words) {
            letters += places.containsKey(word) ? 0 : word.length();
            if (letters > MOST_LETTERS) {
                break;
            }
            place = Math.min(place + 1, LAST_PLACE);
            places.computeIfAbsent(word, first -> new StringBuilder())
                    .append(',')
                    .append(place);
        }
        var vector = new StringBuilder();
        places.forEach((word, where) -> vector.append('\'')
                .append(word)
                .append("':")
                .append(where, 1, where.length())
                .append(' '));
        return vector.toString();
    }
}
