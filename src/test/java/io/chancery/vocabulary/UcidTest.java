package io.chancery.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UcidTest {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    @Test
    void different_numbers_give_different_ids() {
        var ids = new HashSet<String>();

        LongStream.range(0, 200_000)
                .forEach(number -> ids.add(Ucid.ofNumber(number).text()));

        assertThat(ids).hasSize(200_000);
    }

    @Test
    void the_whole_space_can_be_used_and_no_more() {
        var size = 852_891_037_441L;

        assertThat(Ucid.ofNumber(size - 1).text()).hasSize(11);
        assertThatThrownBy(() -> Ucid.ofNumber(size)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ucid.ofNumber(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_read_as_people_type_it() {
        var id = Ucid.ofNumber(4711);

        assertThat(new Ucid(" " + id.text().toLowerCase().replace("-", " "))).isEqualTo(id);
    }

    @Test
    void every_wrong_character_is_noticed() {
        var plain = Ucid.ofNumber(123_456_789).text().replace("-", "");

        for (int i = 0; i < plain.length(); i++) {
            for (char wrong : ALPHABET.toCharArray()) {
                var typed = plain.substring(0, i) + wrong + plain.substring(i + 1);
                if (!typed.equals(plain)) {
                    assertThatThrownBy(() -> new Ucid(typed)).hasMessageContaining("check character");
                }
            }
        }
    }

    @Test
    void every_swap_of_two_characters_is_noticed() {
        var plain = Ucid.ofNumber(987_654_321).text().replace("-", "");

        for (int i = 0; i < plain.length(); i++) {
            for (int j = i + 1; j < plain.length(); j++) {
                var typed = new StringBuilder(plain);
                typed.setCharAt(i, plain.charAt(j));
                typed.setCharAt(j, plain.charAt(i));
                if (!typed.toString().equals(plain)) {
                    assertThatThrownBy(() -> new Ucid(typed.toString())).hasMessageContaining("check character");
                }
            }
        }
    }

    @Test
    void look_alikes_are_refused() {
        assertThatThrownBy(() -> new Ucid("O0I-1LA-AAA")).isInstanceOf(IllegalArgumentException.class);
    }
}
