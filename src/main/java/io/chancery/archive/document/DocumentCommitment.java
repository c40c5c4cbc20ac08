package io.chancery.archive.document;

import io.chancery.platform.digest.CanonicalBytes;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * What binds the row of a document to its content.
 *
 * @param contentSha256 of what is stored of the bytes
 * @param contextSha256 of what is stored of what they were made of
 * @param archivedAt to the microsecond
 */
public record DocumentCommitment(
        UUID deliveryId,
        int part,
        UUID customerId,
        String mediaType,
        int size,
        byte[] contentSha256,
        byte[] contextSha256,
        Instant archivedAt) {

    /** HMAC-SHA256 of the canonical bytes under the customer's key. */
    public byte[] with(SecretKey key) {
        return new CanonicalBytes()
                .text("document")
                .id(deliveryId)
                .number(part)
                .id(customerId)
                .text(mediaType)
                .number(size)
                .bytes(contentSha256)
                .bytes(contextSha256)
                .instant(archivedAt)
                .commitment(key);
    }
}
