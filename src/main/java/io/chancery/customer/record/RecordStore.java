package io.chancery.customer.record;

import static java.util.Objects.requireNonNull;

import io.chancery.customer.golden.GoldenValues;
import io.chancery.vocabulary.ConsentDeclared;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes records with everything that follows from them: customers, links, contact points, declarations. */
@ApplicationScoped
public class RecordStore {

    private record Written(UUID id, IncomingRecord record) {

        /** A record that was known keeps its id and does not take the one that came with it. */
        Outcome outcome() {
            return id.equals(record.newId()) ? Outcome.CREATED : Outcome.UPDATED;
        }
    }

    private final RecordTable records;
    private final CustomerTable customers;
    private final ContactPointTable contactPoints;
    private final GoldenValues goldenValues;
    private final Event<ConsentDeclared.Batch> declared;
    private final Clock clock;

    RecordStore(
            RecordTable records,
            CustomerTable customers,
            ContactPointTable contactPoints,
            GoldenValues goldenValues,
            Event<ConsentDeclared.Batch> declared,
            Clock clock) {
        this.records = records;
        this.customers = customers;
        this.contactPoints = contactPoints;
        this.goldenValues = goldenValues;
        this.declared = declared;
        this.clock = clock;
    }

    /**
     * Takes a batch in one transaction.
     *
     * @param batch no two of the same external id
     * @return what became of each record, by external id
     */
    @Transactional
    public Map<String, Outcome> write(String source, List<IncomingRecord> batch) {
        var known = records.hashes(source, batch);
        var differing = batch.stream()
                .filter(record -> !record.hash().equals(known.get(record.externalId())))
                .toList();
        var outcomes = new HashMap<String, Outcome>();
        batch.forEach(record -> outcomes.put(record.externalId(), Outcome.UNCHANGED));
        if (!differing.isEmpty()) {
            writeDiffering(source, differing)
                    .forEach(written -> outcomes.put(written.record().externalId(), written.outcome()));
        }
        return outcomes;
    }

    private List<Written> writeDiffering(String source, List<IncomingRecord> differing) {
        var now = clock.instant();
        var ids = records.upsert(source, differing, now);
        // Another import may have been faster with the same record; then it is not among them.
        var written = differing.stream()
                .flatMap(record ->
                        Stream.ofNullable(ids.get(record.externalId())).map(id -> new Written(id, record)))
                .toList();
        var owners = owners(written, now);
        contactPoints.replace(written.stream()
                .collect(Collectors.toMap(Written::id, each -> each.record().mapped())));
        goldenValues.refresh(owners.values());
        var declarations = written.stream()
                .flatMap(each -> declarations(source, each.record(), requireNonNull(owners.get(each.id()))))
                .toList();
        if (!declarations.isEmpty()) {
            declared.fire(new ConsentDeclared.Batch(declarations));
        }
        return written;
    }

    private Map<UUID, UUID> owners(List<Written> written, Instant now) {
        var byOutcome = written.stream()
                .collect(Collectors.groupingBy(Written::outcome, Collectors.mapping(Written::id, Collectors.toList())));
        var owners = new HashMap<UUID, UUID>();
        owners.putAll(customers.open(byOutcome.getOrDefault(Outcome.CREATED, List.of()), now));
        owners.putAll(customers.owners(byOutcome.getOrDefault(Outcome.UPDATED, List.of())));
        return owners;
    }

    private static Stream<ConsentDeclared> declarations(String source, IncomingRecord record, UUID customerId) {
        return record.mapped().statements().stream()
                .map(statement -> new ConsentDeclared(
                        customerId,
                        statement.channel(),
                        statement.status(),
                        statement.at(),
                        statement.evidence(),
                        source + "/" + record.externalId(),
                        statement.topics()));
    }

    /**
     * Forgets a record. Its customer's id stays taken, and what was declared stays declared.
     *
     * @return whether there was such a record
     */
    @Transactional
    public boolean remove(String source, String externalId) {
        var owner = records.delete(source, externalId);
        owner.ifPresent(customerId -> goldenValues.refresh(List.of(customerId)));
        return owner.isPresent();
    }
}
