package io.chancery.dispatch.print.piece;

import static io.chancery.dispatch.print.piece.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BundlingTest {

    private static final int ROUNDS = 200;

    private final Bundling bundling = new Bundling(8);

    @Test
    void letters_to_one_household_go_into_one_envelope_oldest_first() {
        var pieces = bundling.bundle(List.of(letter(3, 1, 2), letter(2, 2, 2), letter(1, 1, 5)));

        assertThat(pieces)
                .containsExactly(
                        new Piece(List.of(letter(1, 1, 5), letter(3, 1, 2))), new Piece(List.of(letter(2, 2, 2))));
        assertThat(pieces.get(0).sheets()).isEqualTo(4);
    }

    @Test
    void an_address_is_the_same_whatever_its_blanks_and_capitals() {
        var other = new Destination("DE", "10969 ", "MUSTERWEG 1,  10969 Berlin, DE ");
        var plain = letter(1, 1, 1);
        var shouted = new Letter(
                new UUID(9, 2), plain.customer(), other, plain.stationery(), plain.extent(), plain.sha256(), false);

        assertThat(bundling.bundle(List.of(plain, shouted))).hasSize(1);
    }

    @Test
    void neither_two_people_at_one_address_nor_two_senders_or_forms_share_an_envelope() {
        var one = letter(1, 1, 1);
        var housemate = new Letter(
                new UUID(9, 2),
                letter(2, 2, 1).customer(),
                one.destination(),
                one.stationery(),
                one.extent(),
                one.sha256(),
                false);
        var sender = letter(3, 1, 1, new Stationery("nordlicht", "din-5008-b", Letters.PLAIN));
        var form = letter(4, 1, 1, new Stationery("lindenwerk", "din-5008-a", Letters.PLAIN));
        var paper = letter(5, 1, 1, new Stationery("lindenwerk", "din-5008-b", new Paper("letterhead", 80)));

        assertThat(bundling.bundle(List.of(one, housemate, sender, form, paper)))
                .hasSize(5);
        assertThatThrownBy(() -> new Piece(List.of(one, housemate))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_does_not_fit_begins_another_envelope_and_a_long_letter_goes_alone() {
        var pieces = bundling.bundle(List.of(letter(1, 1, 8), letter(2, 1, 10), letter(3, 1, 40), letter(4, 1, 1)));

        assertThat(pieces).extracting(Piece::sheets).containsExactly(4, 5, 20, 1);
    }

    @Test
    void a_letter_on_one_side_takes_a_sheet_for_each_page() {
        assertThat(new Letter.Extent(3, false, 1).sheets()).isEqualTo(3);
        assertThat(new Letter.Extent(3, true, 1).sheets()).isEqualTo(2);
    }

    @Test
    void every_letter_is_in_one_piece_and_no_piece_mixes_households() {
        var random = new Random(4711);
        for (int round = 0; round < ROUNDS; round++) {
            var letters = Letters.random(random, random.nextInt(300));
            var pieces = bundling.bundle(letters);

            assertThat(pieces.stream().flatMap(piece -> piece.letters().stream()))
                    .containsExactlyInAnyOrderElementsOf(letters);
            for (var piece : pieces) {
                Set<String> households = new HashSet<>();
                piece.letters()
                        .forEach(letter -> households.add(letter.customer()
                                + letter.destination().key()
                                + letter.stationery().sender()
                                + letter.stationery().form()
                                + letter.stationery().paper()));
                assertThat(households).hasSize(1);
                assertThat(piece.letters()).extracting(Letter::delivery).isSorted();
                assertThat(piece.letters().size() == 1 || piece.sheets() <= 8).isTrue();
            }
        }
    }

    @Test
    void the_order_in_which_letters_come_makes_no_difference() {
        var random = new Random(8);
        var letters = Letters.random(random, 500);
        var shuffled = new ArrayList<>(letters);
        Collections.shuffle(shuffled, random);

        assertThat(bundling.bundle(shuffled)).isEqualTo(bundling.bundle(letters));
    }
}
