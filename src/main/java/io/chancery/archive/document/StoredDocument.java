package io.chancery.archive.document;

import io.chancery.archive.key.CustomerKey;
import io.chancery.platform.digest.CanonicalBytes;
import io.chancery.platform.digest.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the archive.
 *
 * @param content the bytes, packed
 * @param context what they were made of and where they went, packed
 */
record StoredDocument(
        UUID deliveryId, int part, UUID customerId, String mediaType, int size, byte[] content, byte[] context) {

    byte[] storedSha256() {
        return Sha256.bytes(content);
    }

    /** What binds the row to its content: HMAC-SHA256 of its canonical bytes under the customer's key. */
    byte[] commitment(Instant archivedAt, CustomerKey key) {
        return new CanonicalBytes()
                .uuid(deliveryId)
                .number(part)
                .uuid(customerId)
                .text(mediaType)
                .number(size)
                .bytes(storedSha256())
                .bytes(Sha256.bytes(context))
                .instant(archivedAt)
                .commitment(key.commitments());
    }
}
