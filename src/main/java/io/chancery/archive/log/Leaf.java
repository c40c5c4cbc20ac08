package io.chancery.archive.log;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One leaf of the log: names a row, and binds its content without telling it.
 *
 * @param transaction that wrote the row, by the number that the database gave it
 * @param id of the row; for documents that of the delivery
 * @param part which of a delivery's documents; 0 for all else
 * @param stored SHA-256 of the document's bytes as they are stored; null for all else
 * @param commitment keyed hash of the row's content (HMAC-SHA256)
 */
public record Leaf(
        LeafKind kind,
        long transaction,
        UUID id,
        int part,
        @Nullable Hash stored,
        Hash commitment) {

    public Leaf {
        boolean document = kind == LeafKind.DOCUMENT;
        if (document != (stored != null)) {
            throw new IllegalArgumentException("Documents have stored bytes, and nothing else has: " + kind + " " + id);
        }
        if (part < 0 || part > (document ? Byte.MAX_VALUE : 0)) {
            throw new IllegalArgumentException("%s %s has no part %d".formatted(kind, id, part));
        }
    }

    /** The leaf of an event, an audit entry or a deletion record. */
    public static Leaf of(LeafKind kind, long transaction, UUID id, Hash commitment) {
        return new Leaf(kind, transaction, id, 0, null, commitment);
    }

    /** The leaf of a document. */
    public static Leaf document(long transaction, UUID deliveryId, int part, Hash stored, Hash commitment) {
        return new Leaf(LeafKind.DOCUMENT, transaction, deliveryId, part, stored, commitment);
    }

    /** Kind, transaction, id, part, hash of the stored bytes if there are any, commitment. */
    public byte[] data() {
        var data = ByteBuffer.allocate(1 + 3 * Long.BYTES + 1 + (stored == null ? 1 : 2) * Hash.LENGTH)
                .put(kind.code())
                .putLong(transaction)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put((byte) part);
        if (stored != null) {
            data.put(stored.bytes());
        }
        return data.put(commitment.bytes()).array();
    }

    /** What stands in the tree. */
    public Hash hash() {
        return Merkle.leaf(data());
    }
}
