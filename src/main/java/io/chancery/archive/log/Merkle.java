package io.chancery.archive.log;

import io.chancery.platform.digest.Sha256;
import java.util.List;

/**
 * How a Merkle tree is hashed (RFC 9162 §2.1.1, as RFC 6962 §2.1): leaves and nodes begin with different bytes, so that
 * a node can never pass for a leaf.
 */
public final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** Of a leaf that has these data. */
    public static Hash leaf(byte[] data) {
        var digest = Sha256.digest();
        digest.update(LEAF);
        return Hash.made(digest.digest(data));
    }

    /** Of a node above two others. */
    public static Hash node(Hash left, Hash right) {
        var digest = Sha256.digest();
        digest.update(NODE);
        left.feed(digest);
        right.feed(digest);
        return Hash.made(digest.digest());
    }

    /** Of the tree over these leaves, or over complete subtrees of one size. */
    public static Hash root(List<Hash> leaves) {
        var frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }
}
