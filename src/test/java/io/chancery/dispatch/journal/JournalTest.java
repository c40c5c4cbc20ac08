package io.chancery.dispatch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.journal.Trace.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_known_after_a_kill() {
        var killed = Journal.open(folder, false);
        killed.intent(ONE, 1);
        killed.intent(OTHER, 3);
        killed.sent(OTHER, 3, "4711");

        var journal = Journal.open(folder, false);

        assertThat(journal.find(ONE, 1).stage()).isEqualTo(Stage.INTENT);
        assertThat(journal.find(OTHER, 3)).isEqualTo(new Trace(Stage.SENT, "4711"));
        assertThat(journal.find(OTHER, 2)).isEqualTo(Trace.NONE);
        assertThat(journal.find(new UUID(3, 3), 1)).isEqualTo(Trace.NONE);
    }

    @Test
    void a_provider_that_declined_has_not_accepted() {
        var killed = Journal.open(folder, false);
        killed.intent(ONE, 1);
        killed.declined(ONE, 1);

        assertThat(Journal.open(folder, false).find(ONE, 1).stage()).isEqualTo(Stage.DECLINED);
    }

    @Test
    void a_long_reference_of_many_parts_is_kept_whole() {
        var reference = "0123456789,".repeat(30);
        var killed = Journal.open(folder, true);
        killed.sent(ONE, 1, reference);
        killed.intent(OTHER, 1);

        var journal = Journal.open(folder, false);

        assertThat(journal.find(ONE, 1).reference()).isEqualTo(reference);
        assertThat(journal.find(OTHER, 1).stage()).isEqualTo(Stage.INTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 40, 63})
    void a_torn_last_record_is_as_if_it_had_not_been_written(int kept) throws IOException {
        var killed = Journal.open(folder, false);
        killed.intent(ONE, 1);
        killed.sent(ONE, 1, "4711");
        var file = onlyFile();
        var bytes = Files.readAllBytes(file);
        Files.write(file, List.of(), StandardOpenOption.TRUNCATE_EXISTING);
        Files.write(file, java.util.Arrays.copyOf(bytes, JournalRecord.SLOT + kept));

        assertThat(Journal.open(folder, false).find(ONE, 1).stage()).isEqualTo(Stage.INTENT);
    }

    @Test
    void a_record_spoiled_in_the_middle_hides_none_behind_it() throws IOException {
        var killed = Journal.open(folder, false);
        killed.intent(ONE, 1);
        killed.sent(ONE, 1, "a reference longer than what fits into one slot of sixty-four bytes");
        killed.intent(OTHER, 1);
        var bytes = Files.readAllBytes(onlyFile());
        bytes[JournalRecord.SLOT + 30] ^= 1;
        Files.write(onlyFile(), bytes);

        var journal = Journal.open(folder, false);

        assertThat(journal.find(ONE, 1).stage()).isEqualTo(Stage.INTENT);
        assertThat(journal.find(OTHER, 1).stage()).isEqualTo(Stage.INTENT);
    }

    @Test
    void files_go_when_the_database_has_it_all_and_not_before() throws IOException {
        var journal = Journal.open(folder, false, 10L * JournalRecord.SLOT);
        journal.intent(ONE, 1);
        for (int i = 0; i < 100; i++) {
            var id = new UUID(7, i);
            journal.intent(id, 1);
            journal.sent(id, 1, "ref");
            journal.settled(Map.of(id, 1));
        }
        assertThat(files()).hasSizeLessThanOrEqualTo(2);
        assertThat(Journal.open(folder.resolve("."), false).find(ONE, 1).stage())
                .isEqualTo(Stage.INTENT);

        journal.settled(Map.of(ONE, 1));
        journal.close();
    }

    @Test
    void an_orderly_end_with_nothing_open_leaves_nothing() throws IOException {
        var journal = Journal.open(folder, false);
        journal.intent(ONE, 1);
        journal.settled(Map.of(ONE, 1));
        journal.close();

        assertThat(files()).isEmpty();
    }

    @Test
    void settling_an_attempt_does_not_forget_a_later_one() {
        var journal = Journal.open(folder, false);
        journal.intent(ONE, 2);

        journal.settled(Map.of(ONE, 1));
        assertThat(journal.find(ONE, 2).stage()).isEqualTo(Stage.INTENT);

        journal.declined(ONE, 1);
        assertThat(journal.find(ONE, 2).stage()).isEqualTo(Stage.INTENT);
    }

    @Test
    void of_what_was_left_only_that_is_kept_whose_outcome_is_open() throws IOException {
        var killed = Journal.open(folder, false);
        killed.intent(ONE, 1);
        var second = Journal.open(folder, false);
        second.intent(OTHER, 1);

        var journal = Journal.open(folder, false);
        journal.keepOnly(Set.of(OTHER));

        assertThat(journal.find(ONE, 1)).isEqualTo(Trace.NONE);
        assertThat(journal.find(OTHER, 1).stage()).isEqualTo(Stage.INTENT);
        assertThat(files()).hasSize(2);
    }

    @Test
    void an_interrupted_thread_spoils_the_journal_for_nobody() {
        var journal = Journal.open(folder, true);

        Thread.currentThread().interrupt();
        journal.intent(ONE, 1);
        assertThat(Thread.interrupted()).isTrue();
        journal.intent(OTHER, 1);

        assertThat(journal.find(OTHER, 1).stage()).isEqualTo(Stage.INTENT);
    }

    private Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
