package io.chancery.customer.sync;

import io.chancery.customer.golden.GoldenChanged;
import io.chancery.customer.golden.GoldenChanged.Change;
import io.chancery.customer.record.ContactPointsBounced;
import io.chancery.customer.sync.FactTable.Fact;
import io.chancery.customer.sync.FactTable.Kept;
import io.chancery.platform.Outbox;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.event.OptedOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notes, in the transaction of what happens, what each source must hear of it: in the feed for all, and for those that
 * have a webhook among what is to be sent.
 */
@ApplicationScoped
class BackSync {

    /** The topic of the feed. */
    static final String TOPIC = "source.update";

    private final RecordTable records;
    private final Differences differences;
    private final BackSyncTable table;
    private final FactTable facts;
    private final Outbox outbox;
    private final Clock clock;

    BackSync(
            RecordTable records,
            Differences differences,
            BackSyncTable table,
            FactTable facts,
            Outbox outbox,
            Clock clock) {
        this.records = records;
        this.differences = differences;
        this.table = table;
        this.facts = facts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sources hear of golden values that they want and do not have. */
    void on(@Observes GoldenChanged event) {
        var wanted = records.wanted();
        if (wanted.isEmpty()) {
            return;
        }
        var changes = event.changes().stream().collect(Collectors.toMap(Change::ucid, Function.identity()));
        var customers = event.changes().stream().map(Change::customerId).toList();
        var found = differences.ofCustomers(customers, wanted);
        found.values().removeIf(one -> !one.isNews() || !isOf(one, changes.get(one.ucid())));
        tell(found);
    }

    /** What a source was told before and does not take is not repeated with every change of something else. */
    private static boolean isOf(Difference difference, @Nullable Change change) {
        return change == null
                || change.regrouped()
                || !Collections.disjoint(
                        difference.values().keySet(), change.values().keySet());
    }

    /** Whoever named the address hears that nobody is reached there, whatever else it wants. */
    void on(@Observes ContactPointsBounced event) {
        var fact = facts.kept(new Fact.Bounced(event.attribute(), event.at()));
        tellFacts(event.records().stream().collect(Collectors.toMap(Function.identity(), record -> List.of(fact))));
    }

    /** Every source that knows the customer hears it, but for the one that said it. */
    void on(@Observes OptedOut event) {
        var customers = event.refusals().stream()
                .map(refusal -> refusal.declarant().customerId())
                .distinct()
                .toList();
        var known =
                records.ofCustomers(customers).stream().collect(Collectors.groupingBy(RecordTable.Kept::customerId));
        var told = new HashMap<UUID, List<Kept>>();
        for (var refusal : event.refusals()) {
            var fact = facts.kept(optOut(refusal));
            known.getOrDefault(refusal.declarant().customerId(), List.of()).stream()
                    .map(RecordTable.Kept::recordId)
                    .filter(record -> !record.equals(refusal.declarant().recordId()))
                    .forEach(record -> told.computeIfAbsent(record, id -> new ArrayList<>())
                            .add(fact));
        }
        tellFacts(told);
    }

    private Fact optOut(ConsentDeclared refusal) {
        return new Fact.OptOut(
                refusal.scope(), refusal.status(), Objects.requireNonNullElse(refusal.at(), clock.instant()));
    }

    private void tellFacts(Map<UUID, List<Kept>> told) {
        if (!told.isEmpty()) {
            facts.add(told, clock.instant());
            var found = differences.ofRecords(told.keySet(), records.wanted());
            found.replaceAll((record, one) -> one.with(told.getOrDefault(record, List.of())));
            tell(found);
        }
    }

    private void tell(Map<UUID, Difference> found) {
        if (!found.isEmpty()) {
            outbox.append(found.values().stream()
                    .map(one -> new Outbox.Entry(TOPIC, one.source() + "/" + one.record(), one))
                    .toList());
            table.note(found.keySet());
        }
    }
}
