package io.chancery.archive.seal;

import io.chancery.archive.log.Hash;
import io.chancery.platform.digest.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Where seals end and what they call their leaves, as one hash that a checkpoint is signed for: when rows of a seal have
 * expired, they are not left to contradict what it says of them.
 */
public final class PlaceDigest {

    private static final int LENGTH = 5 * Long.BYTES + 2 * Integer.BYTES;

    private final MessageDigest digest = Sha256.digest();

    /**
     * The next seal.
     *
     * @param entries SHA-256 of its entries
     */
    public void add(long no, long end, Place last, byte[] entries) {
        digest.update(ByteBuffer.allocate(LENGTH)
                .putLong(no)
                .putLong(end)
                .putLong(last.transaction())
                .putInt(last.kind())
                .putLong(last.id().getMostSignificantBits())
                .putLong(last.id().getLeastSignificantBits())
                .putInt(last.part())
                .flip());
        digest.update(entries);
    }

    /** The hash of those since it was last taken. */
    public Hash take() {
        return Hash.of(digest.digest());
    }
}
