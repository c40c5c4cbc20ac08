package io.chancery.archive.log;

import java.util.List;

/**
 * Proves that a leaf is in the tree that has a certain root.
 *
 * @param index of the leaf, from 0
 * @param size of the tree, in leaves
 * @param path the hashes of the subtrees beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it proves what it says (RFC 9162 §2.1.3.2). */
    public boolean holds(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var climb = new Climb(index, size - 1);
        var hash = leaf;
        for (var sibling : path) {
            if (climb.isOver()) {
                return false;
            }
            hash = climb.step() == Climb.Side.LEFT ? Merkle.node(sibling, hash) : Merkle.node(hash, sibling);
        }
        return climb.isOver() && hash.equals(root);
    }
}
