package io.chancery.archive.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.log.LeafKind;
import io.chancery.archive.log.Merkle;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.VerifierKey;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestLog log;

    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        log = new TestLog(archive.database(), folder, archive.clock());
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private List<SealedLeaf> leaves() {
        return log.seals.after(0, 1000).stream()
                .flatMap(seal -> seal.leaves().stream())
                .toList();
    }

    @Test
    void every_row_becomes_one_leaf_of_a_tree_that_is_signed() {
        var ids = archive.sent(3);
        log.seal();
        log.sign();
        ids.addAll(archive.sent(100));
        log.seal();
        log.sign();

        var leaves = leaves();
        assertThat(leaves).hasSize(103 * ArchiveFixture.LEAVES);
        assertThat(new HashSet<>(leaves)).hasSameSizeAs(leaves);
        assertThat(leaves.stream()
                        .filter(leaf -> leaf.kind() == LeafKind.DOCUMENT.code())
                        .map(SealedLeaf::id))
                .containsExactlyInAnyOrderElementsOf(ids);
        var last = log.table.last().orElseThrow();
        var checkpoint = Checkpoint.open(last.note(), VerifierKey.parse(log.key.verifier()));
        assertThat(checkpoint.root())
                .isEqualTo(Merkle.root(leaves.stream().map(SealedLeaf::hash).toList()));
        assertThat(log.anchor.notes())
                .containsExactlyElementsOf(log.table.after(0, 10).stream()
                        .map(CheckpointTable.Row::note)
                        .toList());
    }

    @Test
    void what_commits_late_is_sealed_later_and_never_passed_over() throws Exception {
        archive.sent(1);
        try (var slow = DriverManager.getConnection(archive.database().url(), "postgres", "")) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("insert into event (id, delivery_id, at, kind) values (gen_random_uuid(),"
                        + " gen_random_uuid(), now(), 'sent')");
            }
            archive.sent(2);
            log.seal();
            assertThat(leaves()).hasSize(ArchiveFixture.LEAVES);
            slow.commit();
        }
        log.seal();

        assertThat(leaves()).hasSize(3 * ArchiveFixture.LEAVES + 1);
    }

    @Test
    void two_nodes_and_one_that_dies_in_the_middle_seal_everything_once() {
        var other = new TestLog(archive.database(), folder.resolve("other"), archive.clock());
        for (int i = 0; i < 5; i++) {
            archive.sent(7);
            (i % 2 == 0 ? log : other).seal();
            archive.sent(1);
            log.seal();
            try {
                archive.sent(1);
                archive.database().run(() -> {
                    other.sealer.seal();
                    throw new IllegalStateException("killed");
                });
            } catch (IllegalStateException e) {
                other.sealer.forget();
            }
        }
        other.seal();

        var leaves = leaves();
        assertThat(leaves).hasSize(5 * 9 * ArchiveFixture.LEAVES);
        assertThat(new HashSet<>(leaves)).hasSameSizeAs(leaves);
        assertThat(log.seals.after(0, 1000)).isSortedAccordingTo((one, two) -> Long.compare(one.first(), two.first()));
    }
}
