package io.chancery.archive.expiry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.archive.commitment.RowKey;
import io.chancery.archive.log.LeafKind;
import io.chancery.platform.digest.CanonicalBytes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * That a delivery was deleted, and why that was right.
 *
 * @param expiryId the proposal that it was part of
 * @param deletedAt to the microsecond
 */
public record DeletionRecord(
        UUID id,
        UUID expiryId,
        @JsonUnwrapped Deleted deleted,
        String proposedBy,
        String approvedBy,
        Instant deletedAt) {

    /**
     * What was deleted.
     *
     * @param messageId of which message it was a delivery
     * @param rule in words
     * @param keptUntil the last day on which it had to be kept
     * @param events the ids of its events, in ascending order: leaves of the log whose rows are gone
     * @param parts the numbers of its documents, the same
     */
    public record Deleted(
            UUID deliveryId,
            UUID messageId,
            String documentClass,
            String channel,
            String rule,
            LocalDate keptUntil,
            List<UUID> events,
            List<Integer> parts) {}

    /** The key of this record alone, from that of all: whoever is given it can open this commitment, and forge no other. */
    SecretKey rowKey(SecretKey all) {
        return RowKey.of(all, LeafKind.DELETION_RECORD, id, 0);
    }

    /** HMAC-SHA256 of all of it, under its own key. */
    public byte[] commitment(SecretKey key) {
        return new CanonicalBytes()
                .text("deletion")
                .id(id)
                .id(deleted.deliveryId())
                .id(deleted.messageId())
                .id(expiryId)
                .text(deleted.documentClass())
                .text(deleted.channel())
                .text(deleted.rule())
                .text(deleted.keptUntil().toString())
                .texts(deleted.events().stream().map(UUID::toString).toList())
                .texts(deleted.parts().stream().map(String::valueOf).toList())
                .text(proposedBy)
                .text(approvedBy)
                .instant(deletedAt)
                .commitment(key);
    }
}
