package io.chancery.render.difference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    private static String masked(String text, String... masks) {
        return Masks.of(List.of(masks)).masked(text);
    }

    @Test
    void every_match_of_every_mask_is_marked_and_neighbours_become_one() {
        assertThat(masked("Nr. R-17 vom 1.2.2026, Nr. R-18", "R-\\d+", " vom", "\\d+\\.\\d+\\.\\d+"))
                .isEqualTo("Nr. ▒▒▒ ▒▒▒, Nr. ▒▒▒");
    }

    @Test
    void without_masks_a_text_stays_as_it_is() {
        assertThat(Masks.NONE.masked("Nr. R-17")).isEqualTo("Nr. R-17");
    }

    @Test
    void a_mask_that_matches_nothing_at_all_marks_nothing() {
        assertThat(masked("abc", "x*")).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    date:dd.MM.yyyy            | am 05.12.2026 fällig        | am ▒▒▒ fällig
                    date:d. MMMM yyyy          | am 5. Dezember 2026 fällig  | am ▒▒▒ fällig
                    date:d MMM yy              | on 5 Dec. 26 at             | on ▒▒▒ at
                    date:iso                   | until 2026-12-05.           | until ▒▒▒.
                    date:EEEE, d 'de' MMMM     | lundi, 5 de décembre        | ▒▒▒
                    date:HH:mm                 | um 17:05 Uhr                | um ▒▒▒ Uhr
                    date:dd.MM.yyyy            | Nr. 105.12.20261            | Nr. 105.12.20261
                    date:dd.MM.yyyy            | 5.12.2026                   | 5.12.2026
                    """)
    void dates_are_masked_as_they_are_written(String mask, String text, String masked) {
        assertThat(masked(text, mask)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "date:dd.QQ.yyyy", "date:dddd"})
    void what_is_no_mask_is_refused(String mask) {
        assertThatThrownBy(() -> Masks.check(mask)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*a*a*a*!", "(a|b|ab)*c"})
    void a_mask_that_would_run_for_hours_is_refused_by_its_place(String endless) {
        var masks = Masks.of(List.of("fine", endless));

        assertThatThrownBy(() -> masks.masked("ab".repeat(50_000) + "a".repeat(2_000)))
                .isInstanceOfSatisfying(
                        ComparisonException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/masks/1"));
    }
}
