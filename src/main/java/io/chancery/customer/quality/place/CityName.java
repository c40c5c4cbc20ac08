package io.chancery.customer.quality.place;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A city as somebody wrote it, ready to be compared with many places. */
public final class CityName {

    /** What a city is called in other languages, folded. */
    private static final Map<String, String> OTHER_LANGUAGES = Map.ofEntries(
            Map.entry("genf", "geneve"),
            Map.entry("geneva", "geneve"),
            Map.entry("ginevra", "geneve"),
            Map.entry("berne", "bern"),
            Map.entry("berna", "bern"),
            Map.entry("bale", "basel"),
            Map.entry("basle", "basel"),
            Map.entry("basilea", "basel"),
            Map.entry("zurigo", "zurich"),
            Map.entry("lucerne", "luzern"),
            Map.entry("lucerna", "luzern"),
            Map.entry("neuenburg", "neuchatel"),
            Map.entry("freiburg", "fribourg"),
            Map.entry("sitten", "sion"),
            Map.entry("bienne", "biel bienne"),
            Map.entry("soleure", "solothurn"),
            Map.entry("coire", "chur"),
            Map.entry("saint gall", "sankt gallen"),
            Map.entry("munich", "munchen"),
            Map.entry("cologne", "koln"),
            Map.entry("vienna", "wien"),
            Map.entry("vienne", "wien"),
            Map.entry("nuremberg", "nurnberg"),
            Map.entry("hanover", "hannover"),
            Map.entry("brunswick", "braunschweig"));

    /** Words between the name of a place and what tells it from others of that name. */
    private static final Set<String> BETWEEN = Set.of(
            "a", "am", "an", "auf", "b", "bei", "d", "dem", "den", "der", "die", "i", "im", "in", "o", "ob", "u", "und",
            "unter", "v", "vor", "vorm", "zu");

    private static final int LONGEST_ABBREVIATION = 4;

    private final String written;
    private final String lower;
    private final String folded;
    private final String core;
    private final String[] words;
    private final String[] coreWords;
    private final String sound;
    private final int letters;
    private final boolean dotted;
    private final int limit;
    private final Optional<String> otherLanguage;

    public CityName(String written) {
        this.written = written;
        this.lower = lower(written);
        this.folded = Place.fold(written);
        this.words = folded.split(" ");
        this.core = Place.core(folded);
        this.coreWords = core.split(" ");
        this.sound = sound(folded);
        this.letters = Place.letters(folded);
        this.dotted = written.indexOf('.') >= 0;
        this.limit = limit(lower.length());
        this.otherLanguage = Optional.ofNullable(OTHER_LANGUAGES.get(folded));
    }

    public String folded() {
        return folded;
    }

    /** As folded, in the language of the place. */
    public Optional<String> inOtherLanguage() {
        return otherLanguage;
    }

    /** How many slips a name of this length may have and still be known. */
    private static int limit(int length) {
        if (length <= 3) {
            return 10;
        }
        if (length <= 6) {
            return 14;
        }
        return length <= 11 ? 20 : length <= 17 ? 30 : 40;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.GERMAN);
    }

    /** How this name stands to a place; the smaller, the closer. */
    public Likeness to(Place place) {
        if (written.equalsIgnoreCase(place.name())) {
            return place.municipality() ? Likeness.MUNICIPALITY : Likeness.SAME;
        }
        if (Similarity.sameLetters(folded, place.folded())) {
            return Likeness.spelling(Similarity.distance(lower, lower(place.name()), 9));
        }
        return worded(place).orElseGet(() -> slipped(place));
    }

    private Optional<Likeness> worded(Place place) {
        if (isSameInitial(place)) {
            var town = place.town();
            if (!town.equals(place.folded()) && Similarity.sameLetters(folded, town)) {
                return Optional.of(Likeness.TOWN);
            }
            var likeness = byWords(words, place.folded().split(" "));
            if (likeness.isPresent()) {
                return likeness;
            }
        }
        if (!core.equals(folded) || !place.core().equals(place.folded())) {
            var likeness = byWords(coreWords, place.core().split(" "));
            if (likeness.isPresent()) {
                return likeness;
            }
        }
        return otherLanguage.filter(place.folded()::equals).map(name -> Likeness.OTHER_LANGUAGE);
    }

    private boolean isSameInitial(Place place) {
        return !folded.isEmpty() && !place.folded().isEmpty() && folded.charAt(0) == place.folded().charAt(0);
    }

    /** «Rothenburg o. d. T.» word by word beside «Rothenburg ob der Tauber»; small words may be missing on both sides. */
    private Optional<Likeness> byWords(String[] words, String[] full) {
        int mine = 0;
        int its = 0;
        while (mine < words.length && its < full.length) {
            if (means(words[mine], full[its], mine == 0)) {
                mine++;
                its++;
            } else if (its > 0 && BETWEEN.contains(full[its])) {
                its++;
            } else if (mine > 0 && BETWEEN.contains(words[mine])) {
                mine++;
            } else {
                return Optional.empty();
            }
        }
        if (mine < words.length) {
            return isWordForWord(words, full) ? Optional.of(Likeness.district(full.length)) : Optional.empty();
        }
        return Optional.of(its < full.length ? Likeness.INCOMPLETE : Likeness.ABBREVIATED);
    }

    /** A district may follow only a name that is written out: «Au» is no «Au. am Inn». */
    private static boolean isWordForWord(String[] words, String[] full) {
        for (int i = 0; i < full.length; i++) {
            if (!words[i].equals(full[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean means(String word, String full, boolean first) {
        if (word.equals(full)) {
            return true;
        }
        if (word.length() >= full.length() || word.isEmpty()) {
            return false;
        }
        boolean abbreviated = dotted || (!first && word.length() <= 2);
        if (first) {
            return dotted && word.length() > 1 && full.startsWith(word);
        }
        return abbreviated && (full.startsWith(word) || (word.length() <= LONGEST_ABBREVIATION && isDrawnFrom(word, full)));
    }

    /** «Opf.» has its letters from «Oberpfalz», in order and from the first one on. */
    private static boolean isDrawnFrom(String word, String full) {
        int at = 0;
        for (int i = 0; i < full.length() && at < word.length(); i++) {
            if (full.charAt(i) == word.charAt(at)) {
                at++;
            } else if (i == 0) {
                return false;
            }
        }
        return at == word.length();
    }

    private Likeness slipped(Place place) {
        // One slip changes at most two kinds of letters.
        if (Integer.bitCount(letters ^ place.letters()) * 5 > limit + 10) {
            return Likeness.NONE;
        }
        int cost = Similarity.distance(lower, lower(place.name()), limit);
        if (cost > 0) {
            cost = Math.min(cost, Similarity.distance(folded, place.folded(), Math.min(limit, cost)) + 1);
        }
        if (cost > limit && sound.equals(sound(place.folded()))) {
            cost = limit;
        }
        return cost <= limit ? Likeness.slip(cost + (place.municipality() ? 1 : 0)) : Likeness.NONE;
    }

    /** «Höph» for «Höf»: short names that sound the same differ too much in letters. */
    private static String sound(String folded) {
        return folded.replace("ph", "f").replace("th", "t").replace("ck", "k").replace("tz", "z").replace('v', 'f');
    }
}
