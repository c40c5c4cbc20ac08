package io.chancery.archive.seal;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Leaf;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A leaf as its seal keeps it, also when its row is gone.
 *
 * @param kind code of its kind, or whatever somebody has put there
 * @param hash of the leaf
 */
public record SealedLeaf(byte kind, UUID id, int part, Hash hash) {

    static final int LENGTH = 1 + 2 * Long.BYTES + 1 + Hash.LENGTH;

    /** Whether it stands for this row, whatever the row says by now. */
    public boolean names(Leaf leaf) {
        return kind == leaf.kind().code() && id.equals(leaf.id()) && part == leaf.part();
    }

    void put(ByteBuffer entries) {
        entries.put(kind)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put((byte) part)
                .put(hash.bytes());
    }

    static SealedLeaf get(ByteBuffer entries) {
        byte kind = entries.get();
        var id = new UUID(entries.getLong(), entries.getLong());
        int part = entries.get();
        var hash = new byte[Hash.LENGTH];
        entries.get(hash);
        return new SealedLeaf(kind, id, part, Hash.of(hash));
    }
}
