package io.chancery.archive.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.expiry.TestExpiry;
import io.chancery.archive.log.ConsistencyProof;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.InclusionProof;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.LeafKind;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.log.time.LocalAuthority;
import io.chancery.archive.seal.CheckpointTable;
import io.chancery.archive.seal.TestLog;
import io.chancery.platform.audit.AuditLogs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofsTest {

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestLog log;
    private Proofs proofs;

    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        log = new TestLog(archive.database(), folder, archive.clock());
        proofs = new Proofs(log.rows, log.seals, log.table);
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    @Test
    void the_proof_of_each_row_leads_to_the_signed_root_and_each_checkpoint_to_the_next() {
        var ids = archive.sent(90);
        log.seal();
        log.sign();
        archive.sent(200);
        log.seal();
        log.sign();
        var root = root(log.table.last().orElseThrow());

        for (UUID id : ids) {
            var proof = archive.database().call(() -> proofs.of(id)).orElseThrow();
            assertThat(proof.leaves()).hasSize(ArchiveFixture.LEAVES).allMatch(leaf -> holds(leaf, root));
        }
        var checkpoints = archive.database().call(() -> proofs.checkpoints(0, 10));
        var sizes =
                log.table.after(0, 10).stream().map(CheckpointTable.Row::size).toList();
        var path = checkpoints.get(1).consistency().stream()
                .map(Hash::ofHexadecimal)
                .toList();
        assertThat(new ConsistencyProof(sizes.get(0), sizes.get(1), path)
                        .holds(root(log.table.after(0, 1).get(0)), root))
                .isTrue();
    }

    @Test
    void a_checkpoint_is_listed_with_its_time_stamp() throws Exception {
        archive.sent(1);
        log.seal();
        log.sign();
        log.stamp(new LocalAuthority(), archive.clock().instant());
        archive.sent(1);
        log.seal();
        log.sign();

        var checkpoints = archive.database().call(() -> proofs.checkpoints(0, 10));

        assertThat(checkpoints.get(0).timeStamp()).isNotEmpty();
        assertThat(checkpoints.get(1).timeStamp()).isNull();
    }

    @Test
    void what_no_checkpoint_covers_has_no_path_yet() {
        var id = archive.sent(1).get(0);
        assertThat(archive.database().call(() -> proofs.of(id)).orElseThrow().leaves())
                .hasSize(ArchiveFixture.LEAVES)
                .allMatch(leaf -> leaf.path() == null);
        assertThat(archive.database().call(() -> proofs.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void the_proofs_of_what_stays_hold_when_others_have_expired_and_so_does_that_of_their_deletion() {
        var clock = archive.clock();
        clock.pass(Duration.ofDays(-3652));
        var expired = archive.sent(20);
        log.seal();
        clock.pass(Duration.ofDays(3652));
        var kept = archive.sent(20);
        log.seal();
        new TestExpiry(archive.database(), AuditLogs.of(archive.database(), folder, clock), clock).run();
        log.seal();
        log.sign();
        var root = root(log.table.last().orElseThrow());

        for (var id : kept) {
            var proof = archive.database().call(() -> proofs.of(id)).orElseThrow();
            assertThat(proof.leaves()).hasSize(ArchiveFixture.LEAVES).allMatch(leaf -> holds(leaf, root));
        }
        for (var id : expired) {
            var proof = archive.database().call(() -> proofs.of(id)).orElseThrow();
            assertThat(proof.leaves()).singleElement().matches(leaf -> holds(leaf, root));
        }
    }

    private Hash root(CheckpointTable.Row row) {
        return Checkpoint.open(row.note(), VerifierKey.parse(log.key.verifier()))
                .root();
    }

    private boolean holds(LeafProof proof, Hash root) {
        var kind = LeafKind.valueOf(proof.kind().toUpperCase(Locale.ROOT).replace('-', '_'));
        var stored = proof.storedSha256() == null ? null : Hash.ofHexadecimal(proof.storedSha256());
        var leaf = new Leaf(
                kind,
                Long.parseUnsignedLong(proof.transaction()),
                proof.id(),
                proof.part(),
                stored,
                Hash.ofHexadecimal(proof.commitment()));
        var path = proof.path().stream().map(Hash::ofHexadecimal).toList();
        return new InclusionProof(
                        proof.position(), log.table.last().orElseThrow().size(), path)
                .holds(leaf.hash(), root);
    }
}
