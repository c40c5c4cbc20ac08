package io.chancery.render.email.stencil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StencilsTest {

    private final List<String> cut = new ArrayList<>();
    private final Stencils<String> stencils = new Stencils<>(Jsoup::parseBodyFragment);

    private Optional<Filling<String>> find(Object scope, String... pieces) {
        return stencils.find(scope, List.of(pieces), (html, gaps) -> {
            cut.add(html);
            return html + "/" + gaps;
        });
    }

    /** Often enough that all is made that ever will be. */
    private Filling<String> found(String... pieces) {
        find(1, pieces);
        find(1, pieces);
        return find(1, pieces).orElseThrow();
    }

    @Test
    void one_is_cut_when_the_like_was_seen_before_and_then_kept() {
        var names = List.of("Meyer", "Müller", "Schmidt", "Ελένη", "1.234,50\u00a0€");

        var found =
                names.stream().map(name -> find(1, "<p>Hallo ", name, "!</p>")).toList();

        assertThat(found.get(0)).isEmpty();
        assertThat(found.get(4).orElseThrow().stencil()).isEqualTo("<p>Hallo \ue000!</p>/1");
        assertThat(found.get(4).orElseThrow().words()).containsExactly("1.234,50\u00a0€");
        assertThat(cut).hasSize(1);
    }

    @Test
    void words_are_left_out_of_the_text_alone() {
        var found = found("<p title=\"", "Titel", "\">", "Text", "</p><!--", "Wort", "--><style>", "b", "</style>");

        assertThat(found.stencil()).isEqualTo("<p title=\"Titel\">\ue000</p><!--Wort--><style>b</style>/1");
        assertThat(found.words()).containsExactly("Text");
    }

    @Test
    void other_markup_and_other_words_in_an_attribute_have_another_stencil() {
        found("<p title='", "a", "'>", "x", "</p>");
        found("<p title='", "b", "'>", "x", "</p>");
        found("<h1 title='", "b", "'>", "x", "</h1>");

        assertThat(cut)
                .containsExactly("<p title='a'>\ue000</p>", "<p title='b'>\ue000</p>", "<h1 title='b'>\ue000</h1>");
    }

    @Test
    void another_scope_has_its_own() {
        found("<p>", "x", "</p>");

        assertThat(find(2, "<p>", "y", "</p>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " x", "x ", "<b>", "a\nb", "&", "&nbsp;", "a\"b", "😀", "e\u0301", "\u202eab", "\u200b"})
    void what_may_be_more_than_words_is_no_gap(String piece) {
        assertThat(found("<p>", piece, "</p>").words()).isEmpty();
    }

    @Test
    void the_rest_of_a_character_reference_is_no_gap() {
        assertThat(found("<p>&am", "p", "", "x", "</p>", "y").words()).containsExactly("y");
    }

    @Test
    void there_is_none_for_a_text_that_has_the_marks_of_gaps_itself_or_is_too_long() {
        for (var last : List.of("\ue000 ", "<b>" + "x".repeat(100_000))) {
            for (int i = 0; i < 4; i++) {
                assertThat(find(1, "<p>", "x", last)).isEmpty();
            }
        }
        assertThat(cut).isEmpty();
    }

    @Test
    void words_are_read_and_written_as_a_parser_would() {
        var words = List.of("&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#39; 5\u00a0€", "Müller");
        var filling = new Filling<>("", words);
        var body = Jsoup.parseBodyFragment(words.get(0)).body();
        body.ownerDocument().outputSettings().prettyPrint(false);

        assertThat(filling.read()).containsExactly(body.wholeText(), "Müller");
        assertThat(filling.written()).containsExactly(body.html(), "Müller");
    }

    @Test
    void what_is_used_stays_however_much_comes_along_once() {
        found("<p>", "x", "</p>");
        IntStream.range(0, 1_000).forEach(i -> {
            find(1, "<i>" + i, "x", "</i>");
            find(1, "<p>", "x", "</p>");
        });

        assertThat(cut).hasSize(1);
    }
}
