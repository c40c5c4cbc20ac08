package io.chancery.archive;

import io.chancery.archive.DeliverySelection.Page;
import io.chancery.archive.document.DocumentTable;
import io.chancery.archive.export.ExportTable;
import io.chancery.archive.retention.RetentionDuty;
import io.chancery.archive.search.TextTable;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the archive is searched by, and all that it knows of one delivery. */
@ApplicationScoped
public class ArchiveSearch {

    private final TextTable texts;
    private final DocumentTable documents;
    private final RetentionDuty duties;
    private final ExportTable exports;

    ArchiveSearch(TextTable texts, DocumentTable documents, RetentionDuty duties, ExportTable exports) {
        this.exports = exports;
        this.texts = texts;
        this.documents = documents;
        this.duties = duties;
    }

    /** Knows what the record itself does not: who customers are, and the language in which it is searched. A bean. */
    public interface Finder {

        /** All ids of the customer that a UCID leads to; none if there is no such. */
        List<UUID> customer(Ucid ucid);

        /**
         * The next deliveries that a query finds, newest first.
         *
         * @param after {@link Page#next} of the part before, up to which all has been looked at; null for the first
         * @throws io.chancery.platform.ProblemException if the query is refused
         */
        Page find(String query, @Nullable UUID after);
    }

    /**
     * How long something is kept.
     *
     * @param documentClass as its template names it
     * @param rule in words
     * @param until the last day; null while it is not final
     * @param onHold whether it stays beyond that day
     */
    public record Retention(
            String documentClass, String rule, @Nullable LocalDate until, boolean onHold) {}

    /** How long what was sent is kept, as the rules are today; empty if the delivery is not on record. */
    public Optional<Retention> retention(UUID deliveryId) {
        return Optional.ofNullable(duties.of(List.of(deliveryId)).get(deliveryId))
                .map(duty -> new Retention(duty.documentClass(), duty.rule().words(), duty.until(), duty.isOnHold()));
    }

    /** Whether there is a rule how long documents of just this class are kept. */
    public boolean hasRule(String documentClass) {
        return duties.hasRule(documentClass);
    }

    /**
     * A document as it is kept.
     *
     * @param part which of the delivery's documents: {@code sent}, or {@code page} or {@code pdf} behind its link
     * @param storedSha256 of the bytes as they are stored, which is what the log proves; lower-case hexadecimal
     * @param commitment keyed hash of all that is kept of it, the same
     * @param content null once the customer was erased
     */
    public record Kept(
            String part,
            String mediaType,
            int size,
            Instant archivedAt,
            String storedSha256,
            String commitment,
            @Nullable Content content) {}

    /**
     * What can be read with the customer's key alone.
     *
     * @param sha256 of the bytes that were sent, lower-case hexadecimal
     * @param envelope sender, recipient and the like, as the adapter was told
     * @param used what the bytes were made of, by name
     */
    public record Content(String sha256, Map<String, String> envelope, Map<String, Object> used) {}

    /** What was kept of one delivery: what was sent first, then what its link led to. */
    public List<Kept> documents(UUID deliveryId) {
        return documents.describe(deliveryId);
    }

    /**
     * Nobody finds these customers any more by what was sent to them, or by where it went: to be called in the transaction that
     * takes their keys, and after it has taken them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Set<UUID> customerIds) {
        texts.delete(customerIds);
        exports.outdate(customerIds);
    }

    /** The same for deliveries that have expired; to be called in the transaction that deletes what was kept of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetDeliveries(Collection<UUID> deliveryIds) {
        texts.deleteDeliveries(deliveryIds);
        exports.outdateDeliveries(deliveryIds);
    }

    /** Forgets all words, which are then read from the archive again, the oldest first. */
    @Transactional
    public void rebuild() {
        texts.restart();
    }
}
