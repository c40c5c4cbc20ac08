package io.chancery.dispatch.print.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PieceIdTest {

    private static final int ROUNDS = 5_000;

    @Test
    void the_check_character_is_that_of_iso_7064() {
        // The example of the Global Release Identifier, which uses the same system.
        assertThat(PieceId.checkCharacter("A12425GABC1234002")).isEqualTo('M');
    }

    @Test
    void it_says_which_run_and_which_piece() {
        var id = PieceId.of(17, 342);

        assertThat(id.text()).matches("17-000342-[0-9A-Z]");
        assertThat(id.run()).isEqualTo(17);
        assertThat(id.sequence()).isEqualTo(342);
        assertThat(new PieceId(" " + id.text().toLowerCase(Locale.ROOT) + "\t")).isEqualTo(id);
    }

    @Test
    void every_wrong_digit_is_noticed() {
        var random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            var text = anId(random);
            int at = random.nextInt(text.length() - 2);
            if (Character.isDigit(text.charAt(at))) {
                var wrong = new StringBuilder(text);
                wrong.setCharAt(at, (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
                refused(wrong.toString());
            }
        }
    }

    @Test
    void nearly_every_swap_of_neighbours_is_noticed() {
        var random = new Random(3);
        int swaps = 0;
        int missed = 0;
        while (swaps < ROUNDS) {
            var text = anId(random);
            int at = text.indexOf('-') + 1 + random.nextInt(5);
            if (text.charAt(at) != text.charAt(at + 1)) {
                var swapped = new StringBuilder(text);
                swapped.setCharAt(at, text.charAt(at + 1));
                swapped.setCharAt(at + 1, text.charAt(at));
                swaps++;
                missed += isRead(swapped.toString()) ? 1 : 0;
            }
        }
        assertThat(missed).isLessThan(ROUNDS / 50);
    }

    private static String anId(Random random) {
        return PieceId.of(1 + random.nextInt(9_999), 1 + random.nextInt(999_999))
                .text();
    }

    private static boolean isRead(String text) {
        try {
            return !new PieceId(text).text().isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> new PieceId(text)).as(text).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_id_is_refused() {
        refused("");
        refused("17-342-X");
        assertThatThrownBy(() -> PieceId.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PieceId.of(1, 1_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_sort_by_number_and_not_by_letter() {
        assertThat(PieceId.of(9, 5)).isLessThan(PieceId.of(10, 1));
    }
}
