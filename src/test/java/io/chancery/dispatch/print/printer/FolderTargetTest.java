package io.chancery.dispatch.print.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTargetTest {

    @TempDir
    private Path folder;

    private FolderTarget target;
    private Path batch;

    @BeforeEach
    void prepare() throws IOException {
        target = new FolderTarget(folder.resolve("out"), folder.resolve("in"));
        batch = Files.writeString(folder.resolve("batch.zip"), "letters");
    }

    @Test
    void a_batch_lies_there_whole_with_its_marker() throws IOException {
        target.deliver(new Consignment("run-1.zip", batch, true));

        assertThat(names("out")).containsExactly("run-1.zip", "run-1.zip.sent");
        assertThat(folder.resolve("out/run-1.zip")).hasSameBinaryContentAs(batch);
        assertThat(folder.resolve("out/run-1.zip.sent"))
                .hasContent("7 7ad8dbe5dbed0dcda5e2fa713de5ddb5b6db23d8b7f4fc0ed2650b5b071107c7\n");
    }

    @Test
    void a_repeat_changes_nothing_and_another_file_is_refused() throws IOException {
        target.deliver(new Consignment("run-1.zip", batch, true));
        Files.delete(folder.resolve("out/run-1.zip"));
        target.deliver(new Consignment("run-1.zip", batch, true));
        var other = Files.writeString(folder.resolve("other.zip"), "other");

        assertThat(names("out")).containsExactly("run-1.zip.sent");
        assertThatThrownBy(() -> target.deliver(new Consignment("run-1.zip", other, true)))
                .isInstanceOfSatisfying(
                        TargetException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Kind.REFUSED));
    }

    @Test
    void a_folder_that_cannot_be_written_is_worth_another_attempt() throws IOException {
        Files.writeString(folder.resolve("out"), "a file");

        assertThatThrownBy(() -> target.deliver(new Consignment("run-1.zip", batch, true)))
                .isInstanceOfSatisfying(
                        TargetException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.TEMPORARY));
    }

    @Test
    void responses_are_listed_read_and_put_away() throws IOException {
        assertThat(target.list()).isEmpty();
        var incoming = Files.createDirectory(folder.resolve("in"));
        Files.writeString(incoming.resolve("b.csv"), "piece,status,at");
        Files.writeString(incoming.resolve("a.json"), "[]");
        Files.writeString(incoming.resolve("c.csv.part"), "half");

        assertThat(target.list()).containsExactly("a.json", "b.csv");
        assertThat(target.read("b.csv")).asString().isEqualTo("piece,status,at");
        target.archive("b.csv");

        assertThat(target.list()).containsExactly("a.json");
        assertThat(names("in/done")).containsExactly("b.csv");
    }

    @Test
    void names_do_not_lead_elsewhere() {
        for (var name : List.of("../a.zip", "/etc/passwd", "", ".hidden", "a\u0000b", "a.part")) {
            assertThatThrownBy(() -> new Consignment(name, batch, true)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<String> names(String path) throws IOException {
        try (var files = Files.list(folder.resolve(path))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
