package io.chancery.vocabulary.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.Rendition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "Mueller", "MULLER", "Mu\u0308ller", "mül\u00ADler"})
    void a_name_is_one_word_however_its_umlaut_is_written(String written) {
        assertThat(Words.of(written)).containsExactly("muller");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Straße|strasse",
                "STRASSE|strasse",
                "Café|cafe",
                "Łódź|lodz",
                "1.234,56|123456",
                "1'234.56|123456",
                "１２|12",
                "ﬁnden|finden"
            })
    void letters_and_figures_are_those_of_every_keyboard(String written, String word) {
        assertThat(Words.of(written)).containsExactly(word);
    }

    @Test
    void words_end_at_all_that_is_neither_letter_nor_figure() {
        assertThat(Words.of("Ihre Rechnung R-2026-000017, bitte: <b>Öl</b>."))
                .containsExactly("ihre", "rechnung", "r", "2026", "000017", "bitte", "b", "ol", "b");
    }

    @Test
    void the_word_of_a_beginning_is_the_beginning_of_the_word() {
        var written = "Aeußerungsmüller1.234,56";
        var word = Words.of(written).get(0);

        for (int end = 1; end <= written.length(); end++) {
            assertThat(word).startsWith(Words.of(written.substring(0, end)).get(0));
        }
    }

    @Test
    void what_has_no_letter_has_no_word_and_what_has_no_end_is_cut() {
        assertThat(Words.of("— … €")).isEmpty();
        assertThat(Words.of("x".repeat(10_000)).get(0)).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " Erika.Muster@Example.ORG |erika.muster@example.org",
                "+49 (170) 123-4567|+491701234567",
                "0049170 1234567|+491701234567",
                "10115 Hauptstraße 5 a|10115 hauptstr 5 a",
                "10115, Hauptstr. 5 a|10115 hauptstr 5 a"
            })
    void a_recipient_has_one_key(String typed, String key) {
        assertThat(RecipientKey.of(typed)).isEqualTo(key);
    }

    @Test
    void a_letter_went_to_its_postcode_and_street() {
        var letter = new Rendition.Document(
                new byte[0], Map.of("to", "Große Str. 7, 10115 Berlin, DE", "postcode", "10115"));

        assertThat(RecipientKey.of(letter)).contains(RecipientKey.of("10115 Grosse Straße 7"));
        assertThat(RecipientKey.of(new Rendition.Document(new byte[0], Map.of())))
                .isEmpty();
    }
}
