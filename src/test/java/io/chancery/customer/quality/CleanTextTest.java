package io.chancery.customer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Köln,                      Köln",
                "\"  Thomas-Stahl  \",      Thomas-Stahl",
                "\"Am   Mühlbach\",         Am Mühlbach",
                "KÃ¶ln,                     Köln",
                "YÄ±lmaz,                   Yılmaz",
                "Ernst-ThÃ¤lmann-StraÃŸe,   Ernst-Thälmann-Straße",
                "AyÅŸe,                     Ayşe",
                "dã¼sseldorf,               düsseldorf",
                "São João,                  São João",
                "Müller aus KÃ¶ln,          Müller aus Köln",
                "Petrović,                  Petrović",
                "ÄÖÜ äöü ß,                 ÄÖÜ äöü ß"
            })
    void text_comes_out_as_it_was_meant(String written, String meant) {
        assertThat(CleanText.of(written)).isEqualTo(meant);
    }

    @Test
    void utf_8_read_as_latin_1_is_repaired_too() {
        assertThat(CleanText.of("SCHULSTRA\u00C3\u009FE")).isEqualTo("SCHULSTRAßE");
    }

    @Test
    void quotation_marks_after_a_capital_umlaut_are_no_damage() {
        assertThat(CleanText.of("„HÄ“")).isEqualTo("„HÄ“");
    }

    @Test
    void umlauts_are_composed() {
        assertThat(CleanText.of("Mu\u0308ller")).isEqualTo("Müller");
    }

    @Test
    void invisible_characters_and_line_breaks_do_not_survive() {
        assertThat(CleanText.of("\uFEFFHaupt\u200Bstraße\r\n\t 5\u00A0a\u202E")).isEqualTo("Hauptstraße 5 a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "n/a", "N/A", "k.A.", "unbekannt", "null", "NULL", "\u0000"})
    void a_placeholder_is_nothing(String placeholder) {
        assertThat(CleanText.of(placeholder)).isEmpty();
    }

    @Test
    void people_are_really_called_null() {
        assertThat(CleanText.of("Null")).isEqualTo("Null");
    }
}
