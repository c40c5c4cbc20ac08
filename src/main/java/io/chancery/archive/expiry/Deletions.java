package io.chancery.archive.expiry;

import io.chancery.archive.expiry.DeletionTable.Kept;
import io.chancery.platform.keys.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/** The deletion protocol: what was deleted by right, and nothing else. */
@ApplicationScoped
public class Deletions {

    private final DeletionTable table;
    private final SecretKey key;

    Deletions(DeletionTable table, MasterKey master) {
        this.table = table;
        this.key = master.derived("deletion");
    }

    /** Deletes, in the caller's transaction, and puts it on record. */
    void delete(List<DeletionRecord> records) {
        table.delete(records.stream()
                .map(record -> new Kept(record, record.commitment(record.rowKey(key)), ""))
                .toList());
    }

    /** The records of an expiry, in their order, after one of them. */
    List<DeletionRecord> ofExpiry(UUID expiryId, UUID after, int limit) {
        return table.ofExpiry(expiryId, after, limit).stream().map(Kept::record).toList();
    }

    /**
     * A record as it stands there, and what it is proven by.
     *
     * @param tx id of the transaction that wrote it
     * @param key of this record alone
     */
    public record Proven(DeletionRecord record, String tx, byte[] commitment, SecretKey key) {}

    /** What is on record of the deletion of a delivery, whether we have written it or not. */
    public Optional<Proven> find(UUID deliveryId) {
        return find("delivery_id = any (?)", List.of(deliveryId))
                .findFirst()
                .map(kept -> new Proven(
                        kept.record(),
                        kept.tx(),
                        kept.commitment(),
                        kept.record().rowKey(key)));
    }

    /**
     * Which rows may be gone.
     *
     * @param deliveries whose deletion is on record
     * @param events that went with their deliveries
     * @param documents the same, each with its delivery's id and its part
     */
    public record Gone(Set<UUID> deliveries, Set<UUID> events, Set<Document> documents) {}

    /** One document of a delivery. */
    public record Document(UUID deliveryId, int part) {}

    /** What records that this application has written say of these deliveries, or of these events. */
    public Gone gone(Collection<UUID> deliveryIds, Collection<UUID> eventIds) {
        var found = Stream.concat(
                        find("delivery_id = any (?)", deliveryIds),
                        // Events that are missing: by the index of what records name.
                        find("events && ?", eventIds))
                .filter(this::isOurs)
                .map(kept -> kept.record().deleted())
                .toList();
        return new Gone(
                found.stream().map(DeletionRecord.Deleted::deliveryId).collect(Collectors.toSet()),
                found.stream().flatMap(deleted -> deleted.events().stream()).collect(Collectors.toSet()),
                found.stream()
                        .flatMap(deleted ->
                                deleted.parts().stream().map(part -> new Document(deleted.deliveryId(), part)))
                        .collect(Collectors.toSet()));
    }

    private Stream<Kept> find(String condition, Collection<UUID> ids) {
        return ids.isEmpty() ? Stream.of() : table.find(condition, ids).stream();
    }

    /** Which of these records were not written by this application as they stand there. */
    public Set<UUID> altered(Collection<UUID> ids) {
        var altered = new HashSet<>(ids);
        find("id = any (?)", ids)
                .filter(this::isOurs)
                .forEach(kept -> altered.remove(kept.record().id()));
        return altered;
    }

    private boolean isOurs(Kept kept) {
        return MessageDigest.isEqual(kept.record().commitment(kept.record().rowKey(key)), kept.commitment());
    }
}
