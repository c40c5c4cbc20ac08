package io.chancery.dispatch.print.stream.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.datamatrix.DataMatrixWriter;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.dispatch.print.stream.mark.MarkSettings.Kind;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarksTest {

    private static final PieceId PIECE = PieceId.of(17, 342);

    @ParameterizedTest
    @CsvSource({
        "1, 3, 0, '0, 6'",
        "2, 3, 1, '0, 4, 5, 6'",
        "3, 3, 2, '0, 1, 3, 6'",
        "1, 1, 3, '0, 1, 3, 4, 5, 6'",
        "1, 2, 7, '0, 2, 3, 4, 5, 6'",
        "2, 2, 8, '0, 1, 5, 6'"
    })
    void lines_say_the_end_of_a_set_and_the_sequence(int number, int sheets, int sequence, String lines) {
        assertThat(OmrMark.lines(new Sheet(PIECE, number, sheets, sequence))).hasToString("{" + lines + "}");
    }

    @Test
    void lines_are_always_even_in_number_and_begin_and_end() {
        var all = IntStream.range(0, 1_000)
                .mapToObj(sequence -> OmrMark.lines(new Sheet(PIECE, 1 + sequence % 3, 3, sequence)))
                .toList();

        assertThat(all).allMatch(lines -> lines.get(0) && lines.get(6) && lines.length() == 7);
        assertThat(all).extracting(BitSet::cardinality).allMatch(count -> count % 2 == 0);
    }

    @Test
    void lines_keep_to_the_measures_of_inserters() {
        var ink = new Ink(0, 0);
        OmrMark.draw(new Sheet(PIECE, 1, 1, 7), ink);

        assertThat(ink).hasToString("""
                2.835 0 0 -2.835 0 0 cm
                0 0 10 0.5 re
                0 4 10 0.5 re
                0 8 10 0.5 re
                0 12 10 0.5 re
                0 16 10 0.5 re
                0 24 10 0.5 re
                f
                """);
    }

    @Test
    void modules_are_large_enough_for_a_camera() {
        var longest = new Sheet(PieceId.of(99_999, 999_999), 190, 190, 0);

        var matrix = new DataMatrixWriter().encode(DataMatrixMark.text(longest), BarcodeFormat.DATA_MATRIX, 1, 1);

        assertThat(DataMatrixMark.SIDE / matrix.getWidth()).isGreaterThanOrEqualTo(0.36);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void marks_stand_in_the_margin_clear_of_window_text_and_bill(Kind kind) {
        assertThatCode(() -> new MarkSettings(kind, 12, 112)).doesNotThrowAnyException();
        for (var place : new double[][] {{4.9, 112}, {12.1, 112}, {12, 92.9}, {12, 187.1}}) {
            assertThatThrownBy(() -> new MarkSettings(kind, place[0], place[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("margin");
        }
    }
}
