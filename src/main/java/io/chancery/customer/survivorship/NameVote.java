package io.chancery.customer.survivorship;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides between spellings of a given or a family name. Voices for less than the whole name (an initial, one of two
 * names, a nickname, a typing error) count in part for the whole one that they fit.
 */
final class NameVote {

    private static final double INITIAL = 0.5;
    private static final double PART = 0.8;
    private static final double WHOLE_FOR_PART = 0.3;
    private static final double TYPO = 0.3;
    private static final double HINT = 0.6;
    private static final int SHORTEST_HINT = 3;

    private final List<Voice> voices;
    private final Set<String> hints;

    /** @param hints keys in which the name may occur, such as of e-mail addresses */
    NameVote(List<Voice> voices, Set<String> hints) {
        this.voices = voices;
        this.hints = hints;
    }

    /** The voice that has it; empty if nobody says anything. */
    Optional<Voice> winner() {
        var keys = new LinkedHashSet<String>();
        voices.forEach(voice -> keys.add(voice.key()));
        if (keys.size() < 2) {
            return keys.stream().findFirst().flatMap(this::fullest);
        }
        var best = keys.stream().max(Comparator.comparingDouble(this::score).thenComparing(Comparator.reverseOrder()));
        return best.flatMap(this::fullest);
    }

    private double score(String key) {
        double score = 0;
        for (var voice : voices) {
            score += voice.weight() * support(voice.key(), key);
        }
        boolean hinted =
                key.length() >= SHORTEST_HINT && hints.stream().anyMatch(hint -> hint.contains(key.replace(" ", "")));
        score += hinted ? HINT : 0;
        return isInitial(key) ? score / 1000 : score;
    }

    /** How much a voice for one name speaks for another. */
    private static double support(String said, String key) {
        if (said.equals(key)) {
            return 1;
        }
        if (isInitial(said)) {
            return key.charAt(0) == said.charAt(0) ? INITIAL : 0;
        }
        if (hasWords(key, said)) {
            return PART;
        }
        if (hasWords(said, key)) {
            return WHOLE_FOR_PART;
        }
        return Spelling.isTypo(said, key) ? TYPO : 0;
    }

    private static boolean isInitial(String key) {
        return key.length() == 1 || (key.length() == 3 && key.charAt(1) == ' ');
    }

    private static boolean hasWords(String whole, String part) {
        return whole.length() > part.length() && (" " + whole + " ").contains(" " + part + " ");
    }

    private Optional<Voice> fullest(String key) {
        return voices.stream()
                .filter(voice -> voice.key().equals(key))
                .max(Comparator.comparingInt((Voice voice) -> Spelling.fullness(voice.text()))
                        .thenComparingDouble(this::sameSpelling)
                        .thenComparingDouble(Voice::weight));
    }

    private double sameSpelling(Voice one) {
        return voices.stream()
                .filter(voice -> voice.text().equals(one.text()))
                .mapToDouble(Voice::weight)
                .sum();
    }
}
