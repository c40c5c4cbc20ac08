package io.chancery.archive.commitment;

import io.chancery.archive.log.LeafKind;
import io.chancery.platform.digest.CanonicalBytes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * What binds the row of an event to its content.
 *
 * @param at to the microsecond
 * @param kind its code
 * @param reason its code
 */
public record EventCommitment(
        UUID id,
        UUID deliveryId,
        Instant at,
        String kind,
        int attempt,
        @Nullable String reason,
        Map<String, String> detail) {

    /** The key of the row, from that of its customer. */
    public SecretKey rowKey(SecretKey customer) {
        return RowKey.of(customer, LeafKind.EVENT, id, 0);
    }

    /** HMAC-SHA256 of the canonical bytes under the row's key. */
    public byte[] with(SecretKey rowKey) {
        return new CanonicalBytes()
                .text("event")
                .id(id)
                .id(deliveryId)
                .instant(at)
                .text(kind)
                .number(attempt)
                .text(reason)
                .map(detail)
                .commitment(rowKey);
    }
}
