package io.chancery.archive.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.Archive;
import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.Delivery;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.archive.person.Erasable.Split;
import io.chancery.archive.person.OrderTable.Order;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonRows;
import io.chancery.platform.person.PersonStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes a person unknown, in the caller's transaction: puts the erasure on record, destroys keys, empties what search knows,
 * and has each feature empty its tables. What others got with something of the person in it, such as a copy, is their mail and
 * stays theirs.
 */
@ApplicationScoped
class Forgetting {

    private final PersonRows rows;
    private final CustomerKeys keys;
    private final Archive archive;
    private final ArchiveSearch search;
    private final Erasures erasures;
    private final ObjectMapper json;

    Forgetting(
            PersonRows rows,
            CustomerKeys keys,
            Archive archive,
            ArchiveSearch search,
            Erasures erasures,
            ObjectMapper json) {
        this.rows = rows;
        this.keys = keys;
        this.archive = archive;
        this.search = search;
        this.erasures = erasures;
        this.json = json;
    }

    /** @return what is on record of it from now on */
    @Transactional(Transactional.TxType.MANDATORY)
    ErasureRecord forget(Person person, Order order, Split split, Instant now) {
        var erased = new ErasureRecord(
                order.id(), person.customers(), person.ucid(), order.asked(), now, write(split.report()), split.kept());
        erasures.insert(erased);
        keys.destroy(person.customers(), readers(split.kept()));
        if (split.kept().isEmpty()) {
            search.forget(Set.copyOf(person.customers()));
        } else {
            search.forgetDeliveries(split.gone());
        }
        rows.erase(new PersonStatement(person, split.kept()));
        return erased;
    }

    /** Empties what came in for the person while they were erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    void sweep(Person person, ErasureRecord erased) {
        rows.erase(new PersonStatement(person, erased.kept()));
    }

    /** Whatever was read of the keys while they were being destroyed. */
    void forgetKeys(List<UUID> customers) {
        keys.forget(customers);
    }

    private String write(ErasureReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report can always be written", e);
        }
    }

    /** By delivery, who reads it. */
    private Map<UUID, UUID> readers(List<UUID> deliveryIds) {
        return archive.findDeliveries(deliveryIds).stream()
                .collect(Collectors.toMap(Delivery::id, Delivery::customerId));
    }
}
