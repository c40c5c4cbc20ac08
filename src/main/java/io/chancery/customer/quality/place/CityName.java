package io.chancery.customer.quality.place;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    private final String written;
    private final String lower;
    private final String folded;
    private final String core;
    private final CityWords words;
    private final CityWords coreWords;
    private final String sound;
    private final int letters;
    private final int limit;
    private final Optional<String> otherLanguage;

    public CityName(String written) {
        this.written = written;
        this.lower = lower(written);
        this.folded = Place.fold(written);
        this.core = Place.core(folded);
        this.sound = sound(folded);
        this.letters = Place.letters(folded);
        boolean dotted = written.indexOf('.') >= 0;
        this.words = CityWords.of(folded, dotted);
        this.coreWords = CityWords.of(core, dotted);
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
        return named(place)
                .or(() -> titled(place))
                .or(() -> otherLanguage.filter(place.folded()::equals).map(name -> Likeness.OTHER_LANGUAGE));
    }

    private Optional<Likeness> named(Place place) {
        if (!isSameInitial(place)) {
            return Optional.empty();
        }
        var town = place.town();
        boolean isTown =
                (!town.equals(place.folded()) && Similarity.sameLetters(folded, town)) || place.isDistrictOf(written);
        return isTown ? Optional.of(Likeness.TOWN) : words.to(place.folded());
    }

    private boolean isSameInitial(Place place) {
        return !folded.isEmpty()
                && !place.folded().isEmpty()
                && folded.charAt(0) == place.folded().charAt(0);
    }

    /** One of them has a title such as «Bad» or «Hansestadt» that the other lacks. */
    private Optional<Likeness> titled(Place place) {
        boolean titled = !core.equals(folded) || !place.core().equals(place.folded());
        return titled ? coreWords.to(place.core()) : Optional.empty();
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
        return folded.replace("ph", "f")
                .replace("th", "t")
                .replace("ck", "k")
                .replace("tz", "z")
                .replace('v', 'f');
    }
}
