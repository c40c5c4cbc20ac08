package io.chancery.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.Difference.FileChange;
import io.chancery.template.Difference.FileChange.Kind;
import org.junit.jupiter.api.Test;

class SourceDiffTest {

    private static final String DIFF = """
            --- message.de.html
            +++ message.de.html
            @@ -4,3 +4,4 @@
             <h1>Hello</h1>
            -<p>Pay until Monday, please.</p>
            +<p>Pay until Friday, please.</p>
            +<p>Thank you.</p>
             <hr/>""";

    @Test
    void changed_lines_stand_side_by_side_with_what_differs_in_the_middle() {
        var rows = SourceDiff.of(new FileChange("message.de.html", Kind.CHANGED, DIFF))
                .rows();

        assertThat(rows).extracting(SourceDiff.Row::kind).containsExactly("fold", "same", "changed", "new", "same");
        assertThat(rows.get(2).before()).isEqualTo(new SourceDiff.Line(5, "<p>Pay until ", "Mon", "day, please.</p>"));
        assertThat(rows.get(2).after()).isEqualTo(new SourceDiff.Line(5, "<p>Pay until ", "Fri", "day, please.</p>"));
        assertThat(rows.get(3).before().isThere()).isFalse();
        assertThat(rows.get(4).after().number()).isEqualTo(7);
    }

    @Test
    void a_file_that_is_no_text_has_no_rows() {
        var diff = SourceDiff.of(new FileChange("assets/logo.png", Kind.REMOVED, null));

        assertThat(diff.rows()).isEmpty();
        assertThat(diff.change()).isEqualTo("removed");
    }
}
