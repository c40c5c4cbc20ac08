package io.chancery.template.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.Difference.FileChange;
import io.chancery.template.Difference.FileChange.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileChangesTest {

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_changed_file_shows_its_lines_with_what_is_around_them() {
        var changes = FileChanges.between(
                Map.of("message.de.html", text("1\n2\n3\n4\nalt\n6\n7\n8\n9\n"), "same", text("x")),
                Map.of("message.de.html", text("1\n2\n3\n4\nneu\n6\n7\n8\n9\n"), "same", text("x")));

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).change()).isEqualTo(Kind.CHANGED);
        assertThat(changes.get(0).diff()).isEqualTo("""
                --- message.de.html
                +++ message.de.html
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -alt
                +neu
                 6
                 7
                 8""");
    }

    @Test
    void files_come_and_go() {
        var changes = FileChanges.between(Map.of("a", text("A")), Map.of("b", text("B")));

        assertThat(changes).extracting(FileChange::path).containsExactly("a", "b");
        assertThat(changes).extracting(FileChange::change).containsExactly(Kind.REMOVED, Kind.ADDED);
        assertThat(changes.get(0).diff()).contains("+++ /dev/null").contains("-A");
        assertThat(changes.get(1).diff()).contains("--- /dev/null").contains("+B");
    }

    @Test
    void what_is_no_text_is_named_only() {
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF};

        var changes = FileChanges.between(Map.of(), Map.of("brand/assets/logo.png", picture));

        assertThat(changes).containsExactly(new FileChange("brand/assets/logo.png", Kind.ADDED, null));
    }
}
