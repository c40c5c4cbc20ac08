package io.chancery.customer.record;

import static java.util.Objects.requireNonNull;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.registry.MatchLock;
import io.chancery.customer.registry.Resolution;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes records with everything that follows from them: contact points, whose they are, declarations, golden values. */
@ApplicationScoped
public class RecordStore {

    private record Written(UUID id, IncomingRecord record) {

        /** A record that was known keeps its id and does not take the one that came with it. */
        Outcome outcome() {
            return id.equals(record.newId()) ? Outcome.CREATED : Outcome.UPDATED;
        }
    }

    private final RecordTable records;
    private final ContactPointTable contactPoints;
    private final MatchLock lock;
    private final Resolution resolution;
    private final Event<ConsentDeclared.Batch> declared;
    private final Clock clock;

    RecordStore(
            RecordTable records,
            ContactPointTable contactPoints,
            MatchLock lock,
            Resolution resolution,
            Event<ConsentDeclared.Batch> declared,
            Clock clock) {
        this.records = records;
        this.contactPoints = contactPoints;
        this.lock = lock;
        this.resolution = resolution;
        this.declared = declared;
        this.clock = clock;
    }

    /**
     * Takes a batch in one transaction. A record counts unless the source changed what is kept later, by its own time; of
     * equal times the one that comes last counts. What it replaces stays on record.
     *
     * @param batch no two of the same external id
     * @return what became of each record, by external id
     */
    @Transactional
    public Map<String, Outcome> write(String source, List<IncomingRecord> batch) {
        lock.acquire();
        var known = records.kept(source, batch.stream().map(IncomingRecord::externalId));
        var outcomes = new HashMap<String, Outcome>();
        batch.forEach(record -> outcomes.put(record.externalId(), outcome(record, known.get(record.externalId()))));
        records.quarantined(source, idsOf(batch, Outcome.CREATED, outcomes))
                .forEach(id -> outcomes.put(id, Outcome.QUARANTINED));
        var differing = batch.stream()
                .filter(record ->
                        requireNonNull(outcomes.get(record.externalId())).isWritten())
                .toList();
        if (!differing.isEmpty()) {
            records.archive(source, idsOf(differing, known.keySet()), clock.instant());
            // Another import may have been faster with the same record; then it is not among those that come back.
            differing.forEach(record -> outcomes.put(record.externalId(), Outcome.UNCHANGED));
            writeDiffering(source, differing)
                    .forEach(written -> outcomes.put(written.record().externalId(), written.outcome()));
        }
        return outcomes;
    }

    private static List<String> idsOf(List<IncomingRecord> differing, Set<String> known) {
        return differing.stream()
                .map(IncomingRecord::externalId)
                .filter(known::contains)
                .toList();
    }

    private static List<String> idsOf(List<IncomingRecord> batch, Outcome outcome, Map<String, Outcome> outcomes) {
        return batch.stream()
                .map(IncomingRecord::externalId)
                .filter(id -> outcomes.get(id) == outcome)
                .toList();
    }

    private static Outcome outcome(IncomingRecord record, RecordTable.@Nullable Kept known) {
        return known == null ? Outcome.CREATED : known.outcome(record);
    }

    private List<Written> writeDiffering(String source, List<IncomingRecord> differing) {
        var now = clock.instant();
        var ids = records.upsert(source, differing, now);
        var written = differing.stream()
                .flatMap(record ->
                        Stream.ofNullable(ids.get(record.externalId())).map(id -> new Written(id, record)))
                .toList();
        var known = written.stream()
                .filter(each -> each.outcome() == Outcome.UPDATED)
                .map(Written::id)
                .collect(Collectors.toSet());
        contactPoints.replace(written.stream().collect(Collectors.toMap(Written::id, Written::record)), known);
        resolution.take(
                written.stream()
                        .collect(Collectors.toMap(
                                Written::id, each -> each.record().appraisal().traits())),
                known);
        declare(source, written);
        return written;
    }

    private void declare(String source, List<Written> written) {
        var speaking = written.stream()
                .filter(each -> !each.record().mapped().statements().isEmpty())
                .toList();
        if (!speaking.isEmpty()) {
            var owners = resolution.owners(speaking.stream().map(Written::id).toList());
            declared.fire(new ConsentDeclared.Batch(speaking.stream()
                    .flatMap(each -> declarations(source, each, requireNonNull(owners.get(each.id()))))
                    .toList()));
        }
    }

    private static Stream<ConsentDeclared> declarations(String source, Written written, UUID customerId) {
        var mapped = written.record().mapped();
        var declarant = new ConsentDeclared.Declarant(customerId, written.id());
        var name = source + "/" + written.record().externalId();
        return mapped.statements().stream()
                .map(statement -> new ConsentDeclared(
                        declarant,
                        statement.scope(),
                        statement.status(),
                        statement.at(),
                        contactPoint(statement.scope().channel(), mapped.reach()),
                        statement.topics(),
                        new ConsentDeclared.Evidence(name, statement.evidence(), Map.of())));
    }

    /** A declaration is for the address or number that its own record has, never for one of another record. */
    private static @Nullable String contactPoint(@Nullable Channel channel, MappedRecord.Reach reach) {
        if (Channel.EMAIL.equals(channel)) {
            return reach.email();
        }
        return Channel.SMS.equals(channel) ? reach.mobile() : null;
    }

    /**
     * Forgets a record. Its customer's id stays taken, and what was declared stays declared.
     *
     * @return whether there was such a record
     */
    @Transactional
    public boolean remove(String source, String externalId) {
        lock.acquire();
        var record = records.find(source, externalId);
        record.ifPresent(this::remove);
        return record.isPresent();
    }

    private void remove(UUID record) {
        var siblings = resolution.siblings(record);
        var owners = resolution.owners(List.of(record)).values();
        resolution.forget(record);
        records.delete(record);
        resolution.lose(Set.copyOf(owners), siblings);
    }

    /**
     * Forgets a record, unless the source has changed it since.
     *
     * @param at when the source deleted it, if it says so
     */
    @Transactional
    public Outcome remove(String source, String externalId, @Nullable Instant at) {
        lock.acquire();
        var known = records.kept(source, Stream.of(externalId)).get(externalId);
        if (known != null && known.isNewerThan(at)) {
            return Outcome.OUTDATED;
        }
        return remove(source, externalId) ? Outcome.DELETED : Outcome.UNCHANGED;
    }
}
