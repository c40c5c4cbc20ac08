package io.chancery.customer.golden;

import io.chancery.customer.golden.GoldenChanged.Change;
import io.chancery.customer.golden.GoldenChanged.Values;
import io.chancery.customer.golden.GoldenTable.Customer;
import io.chancery.customer.golden.GoldenTable.Golden;
import io.chancery.customer.survivorship.GoldenValue;
import io.chancery.customer.survivorship.SourceValues;
import io.chancery.customer.survivorship.Survivorship;
import io.chancery.vocabulary.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps golden values true to what records and stewards say. */
@ApplicationScoped
public class GoldenValues {

    private final KeptValues kept;
    private final ManualValueTable manual;
    private final GoldenTable table;
    private final Event<GoldenChanged> changed;
    private final Clock clock;
    private final Survivorship survivorship;

    GoldenValues(
            KeptValues kept,
            ManualValueTable manual,
            GoldenTable table,
            Event<GoldenChanged> changed,
            Clock clock,
            SurvivorshipConfig config) {
        this.kept = kept;
        this.manual = manual;
        this.table = table;
        this.changed = changed;
        this.clock = clock;
        this.survivorship = new Survivorship(config.toRules());
    }

    /** The golden values of a customer, with where each comes from; none for one of whom no record is left. */
    public Map<Attribute, GoldenValue> find(UUID customerId) {
        return find(List.of(customerId)).getOrDefault(customerId, Map.of());
    }

    /** The same of many; those of whom no record is left are missing. */
    public Map<UUID, Map<Attribute, GoldenValue>> find(Collection<UUID> customerIds) {
        return table.find(table.get(customerIds)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().values()));
    }

    /**
     * Computes the golden values of these customers anew, in the caller's transaction: writes what is not as before,
     * moves the version of customers whose values changed and fires {@link GoldenChanged}. Customers without records lose
     * their golden row.
     */
    @Transactional
    public void refresh(Collection<UUID> customerIds) {
        refresh(customerIds, Set.of());
    }

    /**
     * The same for customers of whom some may have other records than before.
     *
     * @param regrouped those that have
     */
    @Transactional
    public void refresh(Collection<UUID> customerIds, Set<UUID> regrouped) {
        if (customerIds.isEmpty()) {
            return;
        }
        var customers = table.lock(new HashSet<>(customerIds));
        var ids = customers.stream().map(Customer::id).toList();
        var said = kept.of(ids);
        manual.of(ids).forEach((id, values) -> said.computeIfPresent(id, (same, records) -> joined(records, values)));
        var before = table.find(customers);
        write(new Turn(said, before, regrouped, clock.instant().truncatedTo(ChronoUnit.MICROS)), customers);
    }

    private static List<SourceValues> joined(List<SourceValues> records, List<SourceValues> manual) {
        var all = new ArrayList<>(records);
        all.addAll(manual);
        return all;
    }

    private record Turn(
            Map<UUID, List<SourceValues>> said, Map<UUID, Golden> before, Set<UUID> regrouped, Instant now) {

        @Nullable
        Golden before(Customer customer) {
            return before.get(customer.id());
        }
    }

    private void write(Turn turn, List<Customer> customers) {
        var outcomes = customers.parallelStream()
                .map(customer -> outcome(customer, turn))
                .toList();
        record(outcomes, turn.now());
        var changes = outcomes.stream()
                .filter(outcome -> outcome.regrouped() || !outcome.changes().isEmpty())
                .map(Outcome::change)
                .toList();
        if (!changes.isEmpty()) {
            changed.fire(new GoldenChanged(changes));
        }
    }

    /** What computing one customer came to; without {@code after} when no record is left. */
    private record Outcome(
            Customer customer,
            @Nullable Golden before,
            @Nullable Golden after,
            Map<Attribute, Values> changes,
            boolean regrouped) {

        /** A new customer comes with its first version. */
        boolean advances() {
            return before != null && !before.values().isEmpty() && !changes.isEmpty();
        }

        boolean differs() {
            return after != null && (before == null || !after.values().equals(before.values()));
        }

        Change change() {
            long version = customer.version() + (advances() ? 1 : 0);
            return new Change(customer.id(), customer.ucid(), version, changes, regrouped);
        }
    }

    private Outcome outcome(Customer customer, Turn turn) {
        var before = turn.before(customer);
        var after = compute(customer, turn);
        var changes = changes(before, after == null ? Map.of() : after.values());
        return new Outcome(customer, before, after, changes, turn.regrouped().contains(customer.id()));
    }

    private void record(List<Outcome> outcomes, Instant now) {
        var written = outcomes.stream()
                .filter(Outcome::differs)
                .map(Outcome::after)
                .filter(Objects::nonNull)
                .toList();
        var gone = ids(outcomes, outcome -> outcome.after() == null);
        var advanced = ids(outcomes, Outcome::advances);
        if (!written.isEmpty()) {
            table.write(written);
        }
        if (!gone.isEmpty()) {
            table.remove(gone);
            manual.forget(gone);
        }
        if (!advanced.isEmpty()) {
            table.advance(advanced, now);
        }
    }

    private static List<UUID> ids(List<Outcome> outcomes, Predicate<Outcome> which) {
        return outcomes.stream()
                .filter(which)
                .map(outcome -> outcome.customer().id())
                .toList();
    }

    private @Nullable Golden compute(Customer customer, Turn turn) {
        var said = turn.said().get(customer.id());
        if (said == null) {
            return null;
        }
        var before = turn.before(customer);
        Map<Attribute, GoldenValue> previous = before == null ? Map.of() : before.values();
        var values = survivorship.golden(said, previous, turn.now());
        var since = before == null || !changes(before, values).isEmpty() ? turn.now() : before.since();
        return new Golden(customer, values, since);
    }

    private static Map<Attribute, Values> changes(@Nullable Golden before, Map<Attribute, GoldenValue> after) {
        Map<Attribute, GoldenValue> previous = before == null ? Map.of() : before.values();
        var changes = new EnumMap<Attribute, Values>(Attribute.class);
        Set<Attribute> all = new HashSet<>(previous.keySet());
        all.addAll(after.keySet());
        for (var attribute : all) {
            var was = previous.get(attribute);
            var is = after.get(attribute);
            if (was == null || is == null || !was.value().equals(is.value())) {
                changes.put(attribute, new Values(was, is));
            }
        }
        return changes;
    }
}
