package io.chancery.render.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingEaseTest {

    private static final String EASY =
            "Der Hund ist müde. Er will nicht mehr gehen. Wir gehen nach Haus. Dort ist es warm und hell. Wir essen Brot und Suppe."
                    + " Dann ist es spät. Der Mond scheint ins Zimmer. Alle schlafen ein.";
    private static final String HARD =
            "Unbeschadet etwaiger Gewährleistungsansprüche berechtigt die Nichtinanspruchnahme vertraglich vereinbarter Mindestabnahmemengen"
                    + " den Energieversorgungsvertragspartner zur außerordentlichen Kündigung unter Berücksichtigung der gesetzlichen"
                    + " Kündigungsfristen sowie zur Geltendmachung darüber hinausgehender Schadensersatzforderungen wegen entgangener"
                    + " Deckungsbeiträge einschließlich vorgerichtlicher Rechtsverfolgungskosten im Rahmen der Verhältnismäßigkeit.";

    /** Flesch's own example of standard English, a score between 60 and 70. */
    private static final String PLAIN_ENGLISH =
            "The cat sat on the mat and looked at the bird. It did not move for a long time. The bird saw the cat and flew away to the old"
                    + " tree. Then the cat went back into the house because it was hungry.";

    @Test
    void short_words_in_short_sentences_are_easy() {
        assertThat(ReadingEase.of(EASY, "de").getAsInt()).isBetween(75, 100);
        assertThat(ReadingEase.of(PLAIN_ENGLISH, "en").getAsInt()).isBetween(85, 100);
    }

    @Test
    void long_words_in_long_sentences_are_hard() {
        assertThat(ReadingEase.of(HARD, "de").getAsInt()).isLessThan(10);
    }

    @Test
    void figures_addresses_and_codes_are_no_words() {
        var codes =
                " R-2026-000017 DE58000004170000417417 www.lindenwerk.example/winter service@lindenwerk.example 12,50";
        assertThat(ReadingEase.of(EASY + codes, "de").getAsInt())
                .isCloseTo(ReadingEase.of(EASY, "de").getAsInt(), org.assertj.core.data.Offset.offset(3));
    }

    @Test
    void of_few_words_and_of_other_languages_nothing_is_said() {
        assertThat(ReadingEase.of("Der Hund ist müde.", "de")).isEmpty();
        assertThat(ReadingEase.of(EASY, "pl")).isEmpty();
    }
}
