package io.chancery.archive;

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

    /** HMAC-SHA256 of the canonical bytes under the customer's key. */
    public byte[] with(SecretKey key) {
        return new CanonicalBytes()
                .text("event")
                .id(id)
                .id(deliveryId)
                .instant(at)
                .text(kind)
                .number(attempt)
                .text(reason)
                .map(detail)
                .commitment(key);
    }
}
