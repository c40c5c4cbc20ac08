package io.chancery.customer.quality.place;

import java.util.Optional;
import java.util.Set;

/**
 * The words of a written city, to be laid beside those of a place: «Rothenburg o. d. T.» beside «Rothenburg ob der Tauber».
 *
 * @param words folded
 * @param dotted whether the city was written with full stops, so that any word may be abbreviated
 */
record CityWords(String[] words, boolean dotted) {

    /** Words between the name of a place and what tells it from others of that name; they may be missing on either side. */
    private static final Set<String> BETWEEN = Set.of(
            "a", "am", "an", "auf", "b", "bei", "d", "dem", "den", "der", "die", "i", "im", "in", "o", "ob", "u", "und",
            "unter", "v", "vor", "vorm", "zu");

    private static final int LONGEST_ABBREVIATION = 4;

    static CityWords of(String folded, boolean dotted) {
        return new CityWords(folded.split(" "), dotted);
    }

    /** Empty if they are no spellings of one name. */
    Optional<Likeness> to(String place) {
        var full = place.split(" ");
        int mine = 0;
        int its = 0;
        while (mine < words.length && its < full.length) {
            if (means(words[mine], full[its], mine == 0)) {
                mine++;
                its++;
            } else if (isBetween(its, full)) {
                its++;
            } else if (isBetween(mine, words)) {
                mine++;
            } else {
                return Optional.empty();
            }
        }
        return mine < words.length ? district(full) : Optional.of(whole(its == full.length));
    }

    private static boolean isBetween(int at, String[] words) {
        return at > 0 && BETWEEN.contains(words[at]);
    }

    private static Likeness whole(boolean complete) {
        return complete ? Likeness.ABBREVIATED : Likeness.INCOMPLETE;
    }

    /** A district may follow only a name that is written out: «Au i. H.» is no district of «Au». */
    private Optional<Likeness> district(String[] full) {
        if (words.length <= full.length) {
            return Optional.empty();
        }
        for (int i = 0; i < full.length; i++) {
            if (!words[i].equals(full[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(Likeness.district(full.length));
    }

    private boolean means(String word, String full, boolean first) {
        if (word.equals(full)) {
            return true;
        }
        return !word.isEmpty()
                && word.length() < full.length()
                && (first ? begins(word, full) : abbreviates(word, full));
    }

    private boolean begins(String word, String full) {
        return dotted && word.length() > 1 && full.startsWith(word);
    }

    private boolean abbreviates(String word, String full) {
        boolean allowed = dotted || word.length() <= 2;
        return allowed && (full.startsWith(word) || (word.length() <= LONGEST_ABBREVIATION && isDrawnFrom(word, full)));
    }

    /** «Opf.» has its letters from «Oberpfalz», in order and from the first one on. */
    private static boolean isDrawnFrom(String word, String full) {
        int at = word.charAt(0) == full.charAt(0) ? 0 : word.length() + 1;
        for (int i = 0; i < full.length() && at < word.length(); i++) {
            at += full.charAt(i) == word.charAt(at) ? 1 : 0;
        }
        return at == word.length();
    }
}
