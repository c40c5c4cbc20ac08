package io.chancery.customer.quality.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {

    @ParameterizedTest
    @CsvSource({
        "Göttingen, gottingen",
        "GOETTINGEN, gottingen",
        "Gottingen, gottingen",
        "Weißenfels, weissenfels",
        "Müller-Lüdenscheidt, muller ludenscheidt",
        "Mueller Luedenscheidt, muller ludenscheidt",
        "Neuenbauer, neuenbauer",
        "Quelle, quelle",
        "Île-de-France, ile de france",
        "Łódź, lodz",
        "d'Angelo, dangelo",
        "Jürg Øst, jurg ost",
        "' 1. Straße ', 1 strasse"
    })
    void spellings_of_one_word_meet(String written, String folded) {
        assertThat(Letters.fold(written)).isEqualTo(folded);
    }
}
