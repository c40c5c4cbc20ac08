package io.chancery.archive.seal;

import io.chancery.archive.log.Frontier;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Signs what the log has come to. */
@ApplicationScoped
class Checkpoints {

    private final SealTable seals;
    private final CheckpointTable checkpoints;
    private final LogKey key;
    private final SealConfig config;
    private final Anchor anchor;

    Checkpoints(SealTable seals, CheckpointTable checkpoints, LogKey key, SealConfig config, Anchor anchor) {
        this.anchor = anchor;
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

    /** Writes what was signed to the file outside the database; to be called once that is committed. */
    void anchor() {
        anchor.catchUp(checkpoints);
    }
}
