package io.chancery.dispatch.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Handover;
import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintFolderAdapterTest {

    private static final Rendition LETTER = new Rendition.Document(
            "%PDF-1.7 letter".getBytes(StandardCharsets.UTF_8),
            Map.of(
                    "fileName",
                    "Rechnung 17.pdf",
                    "pages",
                    "3",
                    "sheets",
                    "2",
                    "sides",
                    "duplex",
                    "country",
                    "DE",
                    "form",
                    "DIN 5008 B"));

    @TempDir
    private Path root;

    private final ObjectMapper json = new ObjectMapper();
    private final MutableClock clock = MutableClock.atNoon();
    private final UUID id = TestDatabase.ids(clock).next();
    private final AtomicInteger returns = new AtomicInteger();

    @Test
    void a_letter_lies_there_with_its_manifest_and_nothing_else() throws IOException {
        var outcome = adapter(root).send(handover(LETTER, 2, true));

        assertThat(outcome).isEqualTo(new Accepted(id.toString()));
        assertThat(files()).containsExactly(id + ".json", id + ".pdf");
        assertThat(folder()).isDirectory().hasParent(root.resolve("2026-11-22"));
        assertThat(folder().resolve(id + ".pdf")).hasBinaryContent(LETTER.content());
        assertThat(json.readTree(folder().resolve(id + ".json").toFile()))
                .isEqualTo(json.readTree("""
                        {"delivery": "%s", "attempt": 2, "repeat": true, "file": "%s.pdf", "title": "Rechnung 17.pdf",
                         "pages": 3, "sheets": 2, "sides": "duplex", "country": "DE", "form": "DIN 5008 B", "bytes": 15,
                         "sha256": "9b7ffeaae4edce68785b59f4f0d71ea2a26368dd13243c9a616fb762661def28",
                         "handedOverAt": "2026-11-22T12:00:00Z"}
                        """.formatted(id, id)));
        assertThat(returns).hasValue(1);
    }

    @Test
    void a_repeat_replaces_the_file_even_on_another_day() throws IOException {
        adapter(root).send(handover(LETTER, 1, false));
        clock.pass(Duration.ofDays(3));

        adapter(root).send(handover(LETTER, 2, true));

        assertThat(files()).containsExactly(id + ".json", id + ".pdf");
        assertThat(root.toFile().list()).hasSize(1);
        assertThat(json.readTree(folder().resolve(id + ".json").toFile())
                        .get("repeat")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_is_stopped_at_the_point_of_no_return_has_no_manifest() throws IOException {
        var stopped = new Handover(id, 1, false, LETTER, () -> {
            throw new IllegalStateException("stopped");
        });

        assertThatThrownBy(() -> adapter(root).send(stopped)).hasMessage("stopped");

        assertThat(files()).containsExactly(id + ".pdf");
    }

    @Test
    void only_documents_can_be_printed() {
        var text = new Rendition.Text(new byte[0], Map.of());

        assertThat(adapter(root).send(handover(text, 1, false))).isInstanceOf(Permanent.class);
    }

    @Test
    void a_folder_that_cannot_be_made_is_worth_another_attempt() throws IOException {
        var occupied = Files.writeString(root.resolve("occupied"), "a file");

        assertThat(adapter(occupied).send(handover(LETTER, 1, false))).isInstanceOf(Temporary.class);
        assertThat(returns).hasValue(0);
    }

    @Test
    void an_operator_reads_what_is_wrong_with_the_disk() {
        assertThat(PrintFolderAdapter.failure(new FileSystemException("x", null, "No space left on device"))
                        .code())
                .isEqualTo("disk-full");
        assertThat(PrintFolderAdapter.failure(new IOException("No space left on device"))
                        .code())
                .isEqualTo("disk-full");
        assertThat(PrintFolderAdapter.failure(new AccessDeniedException("x")).code())
                .isEqualTo("not-writable");
        assertThat(PrintFolderAdapter.failure(new FileSystemException("x", null, "Read-only file system"))
                        .code())
                .isEqualTo("not-writable");
    }

    private PrintFolderAdapter adapter(Path folder) {
        return new PrintFolderAdapter(new Settings(Optional.of(folder), 4), folder, false, json, clock);
    }

    private record Settings(Optional<Path> folder, int concurrency) implements PrintConfig {}

    private Handover handover(Rendition rendition, int attempt, boolean repeat) {
        return new Handover(id, attempt, repeat, rendition, returns::incrementAndGet);
    }

    private Path folder() {
        return new PrintFolder(root).folderOf(id);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
