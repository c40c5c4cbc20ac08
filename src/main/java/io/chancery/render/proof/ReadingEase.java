package io.chancery.render.proof;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How easily a text is read: 0, hardly by a specialist, to 100, by a child. Flesch 1948 for English, Amstad 1978 for German, Kandel and
 * Moles 1958 for French, Franchina and Vacca 1986 for Italian.
 */
public final class ReadingEase {

    /** Of fewer words nothing can be said. */
    private static final int FEWEST_WORDS = 30;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]+(?=\\s|$)|\\n+");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}@./])\\p{L}[\\p{L}'’-]*(?![\\p{N}@/])");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyäöüàâéèêëîïôûùœæìò]+");

    private ReadingEase() {}

    /**
     * The score of a plain text.
     *
     * @param language ISO 639-1
     * @return empty for a language without a formula, and for a few words
     */
    public static OptionalInt of(String text, String language) {
        int words = 0;
        int syllables = 0;
        int sentences = 0;
        for (var sentence : SENTENCE_END.split(text)) {
            int before = words;
            var word = WORD.matcher(sentence);
            while (word.find()) {
                words++;
                syllables += syllables(word.group().toLowerCase(Locale.ROOT), language);
            }
            sentences += words > before ? 1 : 0;
        }
        return words < FEWEST_WORDS
                ? OptionalInt.empty()
                : score((double) words / sentences, (double) syllables / words, language);
    }

    private static OptionalInt score(double wordsPerSentence, double syllablesPerWord, String language) {
        double score = switch (language) {
            case "de" -> 180 - wordsPerSentence - 58.5 * syllablesPerWord;
            case "en" -> 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord;
            case "fr" -> 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord;
            case "it" -> 217 - 1.3 * wordsPerSentence - 60 * syllablesPerWord;
            default -> Double.NaN;
        };
        return Double.isNaN(score)
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(Math.max(0, Math.min(100, score))));
    }

    private static int syllables(String word, String language) {
        var spoken = switch (language) {
            case "en" -> word.replaceFirst("(?<=[^aeiouyl])e$|(?<=[^td])(?<=[^aeiouy])ed$", "");
            case "fr" -> word.replaceFirst("(?<=[^aeiouy])(e|es|ent)$", "");
            default -> word;
        };
        return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
    }
}
