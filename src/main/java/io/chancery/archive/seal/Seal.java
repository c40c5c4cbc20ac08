package io.chancery.archive.seal;

import io.chancery.platform.digest.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves that were sealed together.
 *
 * @param first position of the first of them
 * @param last where the last of them stands in the order of all
 */
public record Seal(long no, long first, List<SealedLeaf> leaves, Place last) {

    /** Small enough that a leaf in it is found at once. */
    static final int MOST_LEAVES = 4096;

    /** The position after its last leaf. */
    public long end() {
        return first + leaves.size();
    }

    /** What a checkpoint is signed for beside the leaves' hashes. */
    public void digest(PlaceDigest digest) {
        digest.add(no, end(), last, Sha256.bytes(entries()));
    }

    byte[] entries() {
        var entries = ByteBuffer.allocate(leaves.size() * SealedLeaf.LENGTH);
        leaves.forEach(leaf -> leaf.put(entries));
        return entries.array();
    }

    static List<SealedLeaf> leaves(byte[] entries) {
        var buffer = ByteBuffer.wrap(entries);
        var leaves = new ArrayList<SealedLeaf>();
        while (buffer.hasRemaining()) {
            leaves.add(SealedLeaf.get(buffer));
        }
        return leaves;
    }
}
