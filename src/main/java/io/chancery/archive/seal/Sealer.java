package io.chancery.archive.seal;

import io.chancery.archive.log.Frontier;
import io.chancery.archive.log.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes leaves of rows. A row is sealed once every transaction that began before its own has ended, so none that commits
 * late is passed over, and whatever a clock says has no part in the order.
 */
@ApplicationScoped
class Sealer {

    /** As many leaves as one transaction seals. */
    static final int BATCH = 5 * Seal.MOST_LEAVES;

    private final LeafRows rows;
    private final SealTable seals;

    /** The edge of the tree as this node left it; another node may have gone on since. */
    private @Nullable Frontier edge;

    Sealer(LeafRows rows, SealTable seals) {
        this.rows = rows;
        this.seals = seals;
    }

    /**
     * Seals the next rows, unless another node is at it.
     *
     * @return how many
     */
    @Transactional
    synchronized int seal() {
        if (!seals.lock()) {
            return 0;
        }
        var last = seals.last();
        var horizon = rows.horizon();
        var place = last.map(Seal::last).orElse(Place.START);
        if (Long.compareUnsigned(Long.parseUnsignedLong(horizon), place.transaction()) < 0) {
            throw new IllegalStateException("Nothing is sealed: this database numbers its transactions from " + horizon
                    + ", below the last sealed one, " + place.tx() + ", as it was restored from a dump. Stop it and set"
                    + " the next one beyond that by pg_resetwal --next-transaction-id");
        }
        var found = rows.after(place, horizon, BATCH);
        if (found.isEmpty()) {
            return 0;
        }
        var grown = edge(last.map(Seal::end).orElse(0L));
        var made = new ArrayList<Seal>();
        var nodes = new ArrayList<Node>();
        long no = last.map(Seal::no).orElse(0L);
        for (int from = 0; from < found.size(); from += Seal.MOST_LEAVES) {
            var part = found.subList(from, Math.min(found.size(), from + Seal.MOST_LEAVES));
            made.add(seal(++no, part, grown, nodes));
        }
        seals.insert(made, nodes);
        edge = grown;
        return found.size();
    }

    /** To be called when sealing has failed: what is in memory is not what is on record then. */
    synchronized void forget() {
        edge = null;
    }

    private Frontier edge(long size) {
        var known = edge;
        return known != null && known.size() == size ? known : Frontier.read(size, seals);
    }

    private static Seal seal(long no, List<LeafRow> rows, Frontier grown, List<Node> nodes) {
        long first = grown.size();
        var leaves = new ArrayList<SealedLeaf>();
        for (var row : rows) {
            var leaf = row.leaf();
            var hash = leaf.hash();
            grown.append(hash, nodes::add);
            leaves.add(new SealedLeaf(leaf.kind().code(), leaf.id(), leaf.part(), hash));
        }
        return new Seal(no, first, leaves, rows.get(rows.size() - 1).place());
    }
}
