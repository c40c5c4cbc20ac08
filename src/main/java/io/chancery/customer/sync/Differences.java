package io.chancery.customer.sync;

import io.chancery.customer.golden.GoldenValues;
import io.chancery.customer.golden.KeptValues;
import io.chancery.customer.survivorship.GoldenValue;
import io.chancery.customer.survivorship.SourceValues;
import io.chancery.customer.sync.Difference.Values;
import io.chancery.customer.sync.RecordTable.Kept;
import io.chancery.vocabulary.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds what sources do not know yet. What a source has already is no difference, so its own echo of a change ends there;
 * and nothing is ever taken from a source because we know less.
 */
@ApplicationScoped
class Differences {

    private final KeptValues kept;
    private final GoldenValues golden;
    private final RecordTable records;
    private final FactTable facts;

    Differences(KeptValues kept, GoldenValues golden, RecordTable records, FactTable facts) {
        this.kept = kept;
        this.golden = golden;
        this.records = records;
        this.facts = facts;
    }

    /** The differences of all records of these customers whose sources want anything, by record; some have none. */
    Map<UUID, Difference> ofCustomers(Collection<UUID> customers, Map<String, Set<Attribute>> wanted) {
        return of(records.ofCustomers(customers, wanted.keySet()), wanted);
    }

    /** The differences of these records, whether or not there are any. */
    Map<UUID, Difference> ofRecords(Collection<UUID> recordIds, Map<String, Set<Attribute>> wanted) {
        return of(records.ofRecords(recordIds), wanted);
    }

    /** What a source is still to be told of records of these customers. */
    List<Difference> list(Collection<UUID> customers, String source, Set<Attribute> wanted) {
        var found = of(records.ofCustomers(customers, Set.of(source)), Map.of(source, wanted));
        var happened = facts.of(found.keySet());
        found.replaceAll((record, one) -> one.with(happened.getOrDefault(record, List.of())));
        return found.values().stream().filter(Difference::isNews).toList();
    }

    private Map<UUID, Difference> of(List<Kept> rows, Map<String, Set<Attribute>> wanted) {
        var found = new TreeMap<UUID, Difference>();
        var owners = rows.stream().map(Kept::customerId).distinct().toList();
        var said = kept.of(owners);
        var now = golden.find(owners);
        for (var row : rows) {
            var known = now.getOrDefault(row.customerId(), Map.of());
            var attributes = wanted.getOrDefault(row.source(), Set.of());
            said.getOrDefault(row.customerId(), List.of()).stream()
                    .filter(one -> row.recordId().equals(one.origin().id()))
                    .findFirst()
                    .map(own -> difference(row, values(own, known, attributes)))
                    .ifPresent(difference -> found.put(row.recordId(), difference));
        }
        return found;
    }

    private static Map<Attribute, Values> values(
            SourceValues own, Map<Attribute, GoldenValue> golden, Set<Attribute> wanted) {
        var values = new EnumMap<Attribute, Values>(Attribute.class);
        for (var attribute : wanted) {
            var to = value(golden.get(attribute));
            var from = own.values().get(attribute);
            if (to != null && !Objects.equals(from, to)) {
                values.put(attribute, new Values(from, to));
            }
        }
        return values;
    }

    private static Difference difference(Kept row, Map<Attribute, Values> values) {
        return new Difference(
                row.source(), row.externalId(), row.ucid(), row.version(), row.expected(), values, List.of());
    }

    private static @Nullable String value(@Nullable GoldenValue golden) {
        return golden == null ? null : golden.value();
    }
}
