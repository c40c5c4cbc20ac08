package io.chancery.render.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chancery.render.difference.text.Masks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileComparisonTest {

    private static final LetterDifference ANOTHER_PAGE = new LetterDifference(1, 2, List.of(), List.of());

    private static EnclosedFile file(String name, String mediaType, String content) {
        return new EnclosedFile(name, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<FileDifference> compare(EnclosedFile old, EnclosedFile now) {
        var files = new FileComparison(Masks.of(List.of("date:iso")), (one, other) -> ANOTHER_PAGE);
        return files.compare(List.of(old), List.of(now));
    }

    @Test
    void a_file_of_another_name_is_gone_and_new() {
        assertThat(compare(file("a.xml", "text/xml", "x"), file("b.xml", "text/xml", "x")))
                .extracting(FileDifference::name, FileDifference::change)
                .containsExactly(tuple("a.xml", Change.ONLY_IN_OLD), tuple("b.xml", Change.ONLY_IN_NEW));
    }

    @Test
    void text_differs_line_by_line_and_not_where_it_is_masked() {
        var old = file("a.xml", "text/xml", "<a><d>2026-01-01</d><t>1.00</t></a>");

        assertThat(compare(old, file("a.xml", "text/xml", "<a><d>2026-12-31</d><t>1.00</t></a>")))
                .isEmpty();
        assertThat(compare(old, file("a.xml", "text/xml", "<a><d>2026-12-31</d><t>2.00</t></a>")))
                .singleElement()
                .satisfies(different ->
                        assertThat(different.finding().lines()).containsExactly("- <t>1.00</t>", "+ <t>2.00</t>"));
    }

    @Test
    void pictures_differ_by_their_bytes_and_letters_by_their_pages() {
        var png = compare(file("a.png", "image/png", "1"), file("a.png", "image/png", "2"));
        var pdf = compare(file("a.pdf", "application/pdf", "1"), file("a.pdf", "application/pdf", "2"));

        assertThat(png.get(0).finding().says()).isEqualTo("The file a.png is another: its bytes differ");
        assertThat(png.get(0).oldSha256()).hasSize(64).isNotEqualTo(png.get(0).newSha256());
        assertThat(pdf.get(0).finding().says())
                .isEqualTo("The file a.pdf is another: The letter has 2 pages instead of 1");
    }

    @Test
    void two_files_of_one_name_are_both_compared() {
        var files = new FileComparison(Masks.NONE, (one, other) -> ANOTHER_PAGE);
        var one = file("a", "image/png", "1");

        assertThat(files.compare(List.of(one, one), List.of(one, file("a", "image/png", "2"))))
                .extracting(FileDifference::name)
                .containsExactly("a (2)");
    }
}
