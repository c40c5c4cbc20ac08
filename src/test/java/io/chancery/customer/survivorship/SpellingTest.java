package io.chancery.customer.survivorship;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Müller, Mueller",
        "MÜLLER, Muller",
        "Großmann, Grossmann",
        "Karl-Heinz, karl heinz",
        "Yılmaz, Yilmaz",
        "O'Neill, ONeill",
        "Øster, Oster"
    })
    void spellings_of_one_name_have_one_key(String one, String other) {
        assertThat(Spelling.key(one)).isEqualTo(Spelling.key(other));
    }

    @ParameterizedTest
    @CsvSource({"Bauer, Baur", "Neuer, Neur", "Meier, Meyer"})
    void names_that_only_look_alike_do_not(String one, String other) {
        assertThat(Spelling.key(one)).isNotEqualTo(Spelling.key(other));
    }

    @Test
    void the_key_of_a_beginning_is_the_beginning_of_the_key() {
        for (var name :
                new String[] {"Müller-Lüdenscheidt", "Mueller", "Bauer", "Aebi", "Großmann & Söhne", "Manuel"}) {
            for (int end = 1; end <= name.length(); end++) {
                assertThat(Spelling.key(name)).startsWith(Spelling.key(name.substring(0, end)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Hauptstr. 5 a, Hauptstraße 5A", "Schulstrasse 7, SCHULSTR 7", "Lange Str. 9, Lange Straße 9"})
    void streets_are_one_however_they_are_shortened(String one, String other) {
        assertThat(Spelling.streetKey(one)).isEqualTo(Spelling.streetKey(other));
    }

    @ParameterizedTest
    @CsvSource({"klein, klain, 1", "grunwald, gurnwald, 1", "abc, xyz, 3", "ida, idalein, 3"})
    void a_swap_of_neighbours_is_one_change(String one, String other, int distance) {
        assertThat(Spelling.distance(one, other, 2)).isEqualTo(distance);
    }
}
