package io.chancery.customer.survivorship;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides between values that are either the same or not. */
final class ValueVote {

    private final List<Voice> voices;
    private final boolean addsUp;

    ValueVote(List<Voice> voices, boolean addsUp) {
        this.voices = voices;
        this.addsUp = addsUp;
    }

    /** The strongest voice for the value that has most. */
    Optional<Voice> winner() {
        return voices.size() < 2 ? voices.stream().findFirst() : strongest();
    }

    private Optional<Voice> strongest() {
        return voices.stream()
                .max(Comparator.comparingDouble((Voice voice) -> addsUp ? score(voice.key()) : voice.weight())
                        .thenComparing(voice -> voice.text().equalsIgnoreCase(voice.key()))
                        .thenComparingDouble(Voice::weight)
                        .thenComparing(Voice::key, Comparator.reverseOrder()));
    }

    private double score(String key) {
        double score = 0;
        for (var voice : voices) {
            score += voice.key().equals(key) ? voice.weight() : 0;
        }
        return score;
    }
}
