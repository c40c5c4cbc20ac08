package io.chancery.archive.document;

import io.chancery.archive.blob.Blob;
import io.chancery.archive.blob.BlobName;
import io.chancery.archive.commitment.DocumentCommitment;
import io.chancery.archive.key.CustomerKey;
import io.chancery.platform.digest.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the archive.
 *
 * @param content the bytes, packed
 * @param context what they were made of and where they went, packed
 * @param clear binds both as they were before they were packed
 */
record StoredDocument(
        UUID deliveryId,
        int part,
        UUID customerId,
        String mediaType,
        int size,
        byte[] content,
        byte[] context,
        byte[] clear) {

    byte[] storedSha256() {
        return Sha256.bytes(content);
    }

    Blob blob() {
        return new Blob(BlobName.of(deliveryId, part, storedSha256()), content);
    }

    /** What binds it to its row. */
    byte[] commitment(Instant archivedAt, CustomerKey key) {
        var bytes = new DocumentCommitment.Bytes(storedSha256(), Sha256.bytes(context), clear);
        var committed = new DocumentCommitment(deliveryId, part, customerId, mediaType, size, bytes, archivedAt);
        return committed.with(committed.rowKey(key.commitments()));
    }
}
