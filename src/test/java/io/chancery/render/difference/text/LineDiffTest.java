package io.chancery.render.difference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static String lines(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining("\n"));
    }

    @Test
    void what_is_gone_and_what_is_new_is_listed() {
        assertThat(LineDiff.between("Hallo\nalt\nGruß", "Hallo\nneu\nnoch eine\nGruß"))
                .containsExactly("- alt", "+ neu", "+ noch eine");
    }

    @Test
    void changes_apart_from_each_other_are_listed_one_after_the_other() {
        assertThat(LineDiff.between("a1\nb\nc1\nd1", "a2\nb\nc2\nd2"))
                .containsExactly("- a1", "+ a2", "- c1", "- d1", "+ c2", "+ d2");
    }

    @Test
    void blanks_and_empty_lines_make_no_difference() {
        assertThat(LineDiff.between("a  b\n\nc ", " a b\r\nc")).isEmpty();
    }

    @Test
    void a_long_list_is_cut_and_says_so() {
        assertThat(LineDiff.between("", lines("neu", 250))).hasSize(201).endsWith("… and 50 more lines");
    }

    @Test
    void a_difference_far_down_is_not_overlooked() {
        assertThat(LineDiff.between(lines("a", 5_000), lines("a", 5_000) + "!")).containsExactly("… behind line 3000");
    }
}
