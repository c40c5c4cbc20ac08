package io.chancery.archive.seal;

import io.chancery.archive.log.Frontier;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Signs what the log has come to. */
@ApplicationScoped
class Checkpoints {

    private static final int AT_ONCE = 10_000;

    private final SealTable seals;
    private final CheckpointTable checkpoints;
    private final LogKey key;
    private final SealConfig config;

    Checkpoints(SealTable seals, CheckpointTable checkpoints, LogKey key, SealConfig config) {
        this.seals = seals;
        this.checkpoints = checkpoints;
        this.key = key;
        this.config = config;
    }

    /** Signs a checkpoint if leaves have come to the log since the last one, unless another node is at it. */
    @Transactional
    void make() {
        if (!seals.lock()) {
            return;
        }
        long size = seals.last().map(Seal::end).orElse(0L);
        var last = checkpoints.last();
        long before = last.map(CheckpointTable.Row::size).orElse(0L);
        if (size == before) {
            return;
        }
        var previous = last.map(row -> SignedNote.parse(row.note()).hash()).orElse(null);
        var root = Frontier.read(size, seals).root();
        var stamp = last.flatMap(row -> checkpoints.findTimeStamp(row.no()))
                .map(token -> Hash.of(Sha256.bytes(token)))
                .orElse(null);
        var note = new Checkpoint(config.origin(), size, root, previous, stamp, seals.placesFrom(before))
                .sign(key.signer());
        checkpoints.insert(last.map(CheckpointTable.Row::no).orElse(0L) + 1, size, note.toString());
    }

    /** Those of a log with more leaves than that, in their order. */
    List<CheckpointTable.Row> beyond(long size) {
        return checkpoints.beyond(size, AT_ONCE);
    }
}
