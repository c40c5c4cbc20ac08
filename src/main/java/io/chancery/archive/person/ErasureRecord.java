package io.chancery.archive.person;

import io.chancery.platform.digest.CanonicalBytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * That a person was erased: what is left to prove it, and to prove that their archive did not go dark by itself.
 *
 * @param customerIds the customer and all that were merged into it
 * @param report what was erased and what is kept: a JSON object with counts, duties and days, nothing of the person
 * @param kept the deliveries that are kept
 */
public record ErasureRecord(
        UUID id, List<UUID> customerIds, String ucid, Asked asked, Instant erasedAt, String report, List<UUID> kept) {

    /** In one order, and to the microsecond, as a database keeps it. */
    public ErasureRecord {
        customerIds = customerIds.stream().sorted().toList();
        kept = kept.stream().sorted().toList();
        erasedAt = erasedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Who asked for it, why and when. */
    public record Asked(String by, String reason, Instant at) {

        public Asked {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** HMAC-SHA256 of all of it. */
    public byte[] commitment(SecretKey key) {
        return new CanonicalBytes()
                .text("erasure")
                .id(id)
                .texts(customerIds.stream().map(UUID::toString).toList())
                .text(ucid)
                .text(asked.by())
                .text(asked.reason())
                .instant(asked.at())
                .instant(erasedAt)
                .text(report)
                .texts(kept.stream().map(UUID::toString).toList())
                .commitment(key);
    }
}
