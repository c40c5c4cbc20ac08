package io.chancery.archive.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Proves that the later tree begins with all leaves of the earlier one: none changed, moved, inserted or gone.
 *
 * @param earlier size of the earlier tree, in leaves
 * @param later size of the later tree
 * @param path the hashes of the subtrees from which both roots can be made
 */
public record ConsistencyProof(long earlier, long later, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it proves what it says (RFC 9162 §2.1.4.2). */
    public boolean holds(Hash earlierRoot, Hash laterRoot) {
        if (earlier < 0 || earlier > later) {
            return false;
        }
        if (earlier == 0) {
            return path.isEmpty() && earlierRoot.equals(new Frontier().root());
        }
        if (earlier == later) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        return !path.isEmpty() && climbs(nodes(earlierRoot), earlierRoot, laterRoot);
    }

    /** The path, preceded by the earlier root where that is a node of the later tree. */
    private List<Hash> nodes(Hash earlierRoot) {
        var nodes = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            nodes.add(0, earlierRoot);
        }
        return nodes;
    }

    private boolean climbs(List<Hash> nodes, Hash earlierRoot, Hash laterRoot) {
        var climb = new Climb(earlier - 1, later - 1);
        climb.skipRightChildren();
        var before = nodes.get(0);
        var after = before;
        for (var sibling : nodes.subList(1, nodes.size())) {
            if (climb.isOver()) {
                return false;
            }
            if (climb.step() == Climb.Side.LEFT) {
                before = Merkle.node(sibling, before);
                after = Merkle.node(sibling, after);
            } else {
                after = Merkle.node(after, sibling);
            }
        }
        return climb.isOver() && before.equals(earlierRoot) && after.equals(laterRoot);
    }
}
