package io.chancery.archive.commitment;

import io.chancery.archive.log.LeafKind;
import io.chancery.platform.digest.CanonicalBytes;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * What binds the row of a document to its content.
 *
 * @param size of the bytes that were sent
 * @param archivedAt to the microsecond
 */
public record DocumentCommitment(
        UUID deliveryId, int part, UUID customerId, String mediaType, int size, Bytes bytes, Instant archivedAt) {

    /**
     * What there is of its bytes.
     *
     * @param contentSha256 of what is stored of them
     * @param contextSha256 of what is stored of what they were made of
     * @param clear binds both as they are in clear: {@link #clear}
     */
    public record Bytes(byte[] contentSha256, byte[] contextSha256, byte[] clear) {}

    /** The key of the row, from that of its customer. */
    public static SecretKey rowKey(SecretKey customer, UUID deliveryId, int part) {
        return RowKey.of(customer, LeafKind.DOCUMENT, deliveryId, part);
    }

    /** What binds bytes that are stored encrypted to what they are in clear, and can be checked without decrypting them. */
    public static byte[] clear(SecretKey rowKey, byte[] contentSha256, byte[] contextSha256) {
        return new CanonicalBytes()
                .text("clear")
                .bytes(contentSha256)
                .bytes(contextSha256)
                .commitment(rowKey);
    }

    /** The key of the row, from that of its customer. */
    public SecretKey rowKey(SecretKey customer) {
        return rowKey(customer, deliveryId, part);
    }

    /** HMAC-SHA256 of the canonical bytes under the row's key. */
    public byte[] with(SecretKey rowKey) {
        return new CanonicalBytes()
                .text("document")
                .id(deliveryId)
                .number(part)
                .id(customerId)
                .text(mediaType)
                .number(size)
                .bytes(bytes.contentSha256())
                .bytes(bytes.contextSha256())
                .bytes(bytes.clear())
                .instant(archivedAt)
                .commitment(rowKey);
    }
}
