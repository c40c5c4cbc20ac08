package io.chancery.archive.evidence;

import io.chancery.archive.expiry.DeletionRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a deletion record says: what is left of a delivery whose period is over.
 *
 * @param expiry the proposal that it was part of
 */
public record DeletionContent(UUID expiry, Deleted deleted, String proposedBy, String approvedBy, String deletedAt) {

    public DeletionContent {
        Objects.requireNonNull(expiry, "expiry");
        Objects.requireNonNull(deleted, "deleted");
        Objects.requireNonNull(proposedBy, "proposedBy");
        Objects.requireNonNull(approvedBy, "approvedBy");
        Objects.requireNonNull(deletedAt, "deletedAt");
    }

    /**
     * What was deleted.
     *
     * @param message of which the delivery was
     * @param rule in words
     * @param keptUntil the last day on which it had to be kept, as 2026-12-31
     * @param events ids of leaves whose rows are gone, in ascending order
     * @param parts of documents, the same
     */
    public record Deleted(
            UUID delivery,
            UUID message,
            String documentClass,
            String channel,
            String rule,
            String keptUntil,
            List<UUID> events,
            List<Integer> parts) {

        public Deleted {
            Objects.requireNonNull(delivery, "delivery");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(documentClass, "documentClass");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(keptUntil, "keptUntil");
            events = List.copyOf(events);
            parts = List.copyOf(parts);
        }
    }

    public static DeletionContent of(DeletionRecord record) {
        var deleted = record.deleted();
        return new DeletionContent(
                record.expiryId(),
                new Deleted(
                        deleted.deliveryId(),
                        deleted.messageId(),
                        deleted.documentClass(),
                        deleted.channel(),
                        deleted.rule(),
                        deleted.keptUntil().toString(),
                        deleted.events(),
                        deleted.parts()),
                record.proposedBy(),
                record.approvedBy(),
                EvidenceJson.instant(record.deletedAt()));
    }

    /** @throws java.time.DateTimeException if its day or time is none */
    public DeletionRecord record(UUID id) {
        return new DeletionRecord(
                id,
                expiry,
                new DeletionRecord.Deleted(
                        deleted.delivery(),
                        deleted.message(),
                        deleted.documentClass(),
                        deleted.channel(),
                        deleted.rule(),
                        LocalDate.parse(deleted.keptUntil()),
                        deleted.events(),
                        deleted.parts()),
                proposedBy,
                approvedBy,
                EvidenceJson.instant(deletedAt));
    }
}
