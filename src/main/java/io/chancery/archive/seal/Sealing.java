package io.chancery.archive.seal;

import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Seals and signs at once, for whoever needs a checkpoint over what has just been written. */
@ApplicationScoped
public class Sealing {

    private final Sealer sealer;
    private final Checkpoints checkpoints;
    private final LeafRows rows;
    private final SealTable seals;
    private final CheckpointTable table;
    private final Transactions transactions;

    Sealing(
            Sealer sealer,
            Checkpoints checkpoints,
            LeafRows rows,
            SealTable seals,
            CheckpointTable table,
            Transactions transactions) {
        this.sealer = sealer;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.seals = seals;
        this.table = table;
        this.transactions = transactions;
    }

    /**
     * A checkpoint over all rows of this transaction and of those before it. To be called outside of any transaction.
     *
     * @return empty if one of them is still going on, or another node is sealing: then it is to be asked for again
     */
    public Optional<CheckpointTable.Row> covering(String tx) {
        if (!isEarlier(tx, rows.horizon())) {
            return Optional.empty();
        }
        sealAll();
        var last = seals.last();
        var place = last.map(Seal::last).orElse(Place.START);
        boolean complete = rows.after(place, rows.horizon(), 1).stream()
                .allMatch(row -> isEarlier(tx, row.place().tx()));
        if (!complete || last.isEmpty()) {
            return Optional.empty();
        }
        transactions.run(checkpoints::make);
        checkpoints.anchor();
        return table.last().filter(row -> row.size() >= last.get().end());
    }

    private void sealAll() {
        boolean more = true;
        while (more) {
            more = seal() > 0;
        }
    }

    /**
     * Seals the next rows in a transaction of its own, unless another node is at it.
     *
     * @return how many
     */
    int seal() {
        boolean done = false;
        try {
            int count = transactions.call(sealer::seal);
            done = true;
            return count;
        } finally {
            if (!done) {
                sealer.forget();
            }
        }
    }

    private static boolean isEarlier(String tx, String other) {
        return Long.compareUnsigned(Long.parseUnsignedLong(tx), Long.parseUnsignedLong(other)) < 0;
    }
}
