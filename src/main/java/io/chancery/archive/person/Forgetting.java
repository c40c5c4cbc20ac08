package io.chancery.archive.person;

import io.chancery.archive.Archive;
import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.Delivery;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonRows;
import io.chancery.platform.person.PersonStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes a person unknown: destroys keys, empties what search knows, and has each feature empty its tables. Done once more, it
 * does the same to what came since. What others got with something of the person in it, such as a copy, is their mail and stays
 * theirs.
 */
@ApplicationScoped
class Forgetting {

    private final PersonRows rows;
    private final CustomerKeys keys;
    private final Archive archive;
    private final ArchiveSearch search;

    Forgetting(PersonRows rows, CustomerKeys keys, Archive archive, ArchiveSearch search) {
        this.rows = rows;
        this.keys = keys;
        this.archive = archive;
        this.search = search;
    }

    /**
     * In the caller's transaction, in which or before which the erasure is put on record.
     *
     * @param kept the deliveries that have to be kept
     * @param gone the others
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(Person person, List<UUID> kept, Collection<UUID> gone) {
        keys.destroy(person.customers(), readers(kept));
        if (kept.isEmpty()) {
            search.forget(Set.copyOf(person.customers()));
        } else {
            search.forgetDeliveries(gone);
        }
        rows.erase(new PersonStatement(person, kept));
    }

    /** Whatever was read of the keys while they were being destroyed. */
    void forgetKeys(List<UUID> customers) {
        keys.forget(customers);
    }

    /** By delivery, who reads it. */
    private Map<UUID, UUID> readers(List<UUID> deliveryIds) {
        return archive.findDeliveries(deliveryIds).stream()
                .collect(Collectors.toMap(Delivery::id, Delivery::customerId));
    }
}
