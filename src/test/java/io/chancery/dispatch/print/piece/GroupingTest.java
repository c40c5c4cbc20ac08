package io.chancery.dispatch.print.piece;

import static io.chancery.dispatch.print.piece.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

    private static final int ROUNDS = 100;
    private static final Tariff TARIFF = Tariff.DEUTSCHE_POST;

    @ParameterizedTest
    @CsvSource({
        "1, 80, standard, 9.49",
        "3, 80, standard, 19.47",
        "3, 90, compact, 21.83",
        "4, 80, compact, 24.96",
        "8, 80, compact, 44.92",
        "8, 90, compact, 49.88",
        "8, 100, large, 67.92",
        "9, 80, large, 62.91",
        "90, 80, large, 467.10",
        "91, 80, maxi, 479.09",
        "190, 80, maxi, 973.10",
        "191, 80, parcel, 953.09"
    })
    void the_class_follows_from_sheets_and_weight(int sheets, int grammage, String postageClass, String grams) {
        var stationery = new Stationery("lindenwerk", "din-5008-b", new Paper("plain", grammage));
        var postage = TARIFF.of(new Piece(List.of(letter(1, 1, 2 * sheets, stationery))));

        assertThat(postage.code()).isEqualTo(postageClass);
        assertThat(postage.weight()).isEqualTo(Weight.ofGrams(grams));
    }

    @Test
    void to_another_country_a_letter_is_international() {
        var plain = letter(1, 1, 1);
        var abroad = new Letter(
                plain.delivery(),
                plain.customer(),
                new Destination("CH", "8000", "Musterweg 1, 8000 Zürich, CH"),
                plain.stationery(),
                plain.extent(),
                plain.sha256(),
                false);

        assertThat(TARIFF.of(new Piece(List.of(abroad))).code()).isEqualTo("standard-international");
        assertThat(new Tariff("CH", TARIFF.steps())
                        .of(new Piece(List.of(abroad)))
                        .code())
                .isEqualTo("standard");
    }

    @Test
    void groups_are_of_one_kind_and_sorted_and_hold_every_piece_once() {
        var random = new Random(99);
        for (int round = 0; round < ROUNDS; round++) {
            var pieces = new Bundling(8).bundle(Letters.random(random, random.nextInt(400)));
            var groups = new Grouping(17, TARIFF).group(pieces);

            assertThat(groups.stream().flatMap(group -> group.pieces().stream()).map(NumberedPiece::piece))
                    .containsExactlyInAnyOrderElementsOf(pieces);
            assertThat(groups).extracting(Group::kind).isSorted().doesNotHaveDuplicates();
            assertThat(groups).extracting(group -> group.kind().code()).doesNotHaveDuplicates();
            for (var group : groups) {
                assertThat(group.pieces())
                        .isSortedAccordingTo(Comparator.comparing((NumberedPiece numbered) ->
                                        numbered.piece().destination().country())
                                .thenComparing(numbered ->
                                        numbered.piece().destination().postcode()));
                assertThat(group.pieces())
                        .allMatch(numbered -> Group.Kind.of(numbered.piece(), numbered.postage())
                                .equals(group.kind()));
            }
            assertThat(groups.stream()
                            .flatMap(group -> group.pieces().stream())
                            .map(numbered -> numbered.id().sequence())
                            .toList())
                    .isEqualTo(IntStream.rangeClosed(1, pieces.size()).boxed().toList());
        }
    }

    @Test
    void the_same_letters_get_the_same_numbers() {
        var random = new Random(5);
        var pieces = new ArrayList<>(new Bundling(8).bundle(Letters.random(random, 400)));
        var groups = new Grouping(17, TARIFF).group(pieces);

        Collections.shuffle(pieces, random);

        assertThat(new Grouping(17, TARIFF).group(pieces)).isEqualTo(groups);
    }

    @Test
    void batches_hold_every_piece_in_order_and_stay_within_their_limits() {
        var random = new Random(12);
        for (int round = 0; round < ROUNDS; round++) {
            var limits = new Batch.Limits(1 + random.nextInt(20), 1 + random.nextInt(2_000_000));
            var groups = new Grouping(17, TARIFF).group(new Bundling(8).bundle(Letters.random(random, 300)));
            var batches = Batch.split(17, groups, limits);

            assertThat(batches.stream().flatMap(batch -> batch.pieces().stream()))
                    .containsExactlyElementsOf(groups.stream()
                            .flatMap(group -> group.pieces().stream())
                            .toList());
            assertThat(batches).allSatisfy(batch -> {
                assertThat(batch.pieces()).hasSizeBetween(1, limits.pieces());
                assertThat(batch.pieces().size() == 1 || bytes(batch) <= limits.bytes())
                        .isTrue();
            });
            assertThat(new HashSet<>(batches.stream().map(Batch::name).toList()))
                    .hasSameSizeAs(batches);
        }
    }

    private static long bytes(Batch batch) {
        return batch.pieces().stream()
                .mapToLong(numbered -> numbered.piece().bytes())
                .sum();
    }

    @Test
    void a_batch_is_called_what_it_is() {
        var groups = new Grouping(17, TARIFF).group(new Bundling(8).bundle(List.of(letter(1, 1, 3))));

        assertThat(Batch.split(17, groups, Batch.Limits.USUAL))
                .extracting(Batch::name)
                .containsExactly("run-17-batch-001-standard-sheets-din-5008-b-plain80-duplex");
    }

    @Test
    void what_names_files_cannot_lead_out_of_a_folder() {
        assertThatThrownBy(() -> new Paper("../plain", 80)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stationery("lindenwerk", "a/b", Letters.PLAIN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
