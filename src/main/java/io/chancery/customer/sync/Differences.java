package io.chancery.customer.sync;

import io.chancery.customer.golden.GoldenValues;
import io.chancery.customer.golden.KeptValues;
import io.chancery.customer.survivorship.GoldenValue;
import io.chancery.customer.survivorship.SourceValues;
import io.chancery.customer.sync.Difference.Values;
import io.chancery.customer.sync.RecordTable.Kept;
import io.chancery.vocabulary.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    Differences(KeptValues kept, GoldenValues golden, RecordTable records) {
        this.kept = kept;
        this.golden = golden;
        this.records = records;
    }

    /** The differences of all records of these customers, by record; records that agree are missing. */
    Map<UUID, Difference> of(Collection<UUID> customers, Map<String, Set<Attribute>> wanted) {
        var found = new TreeMap<UUID, Difference>();
        var rows = records.ofCustomers(customers, wanted.keySet());
        var owners = rows.stream().map(Kept::customerId).distinct().toList();
        var said = kept.of(owners);
        var now = golden.find(owners);
        for (var row : rows) {
            var values = said.getOrDefault(row.customerId(), List.of()).stream()
                    .filter(one -> row.recordId().equals(one.origin().id()))
                    .findFirst();
            var known = now.getOrDefault(row.customerId(), Map.of());
            values.map(own -> difference(row, values(own, known, wanted.getOrDefault(row.source(), Set.of()))))
                    .filter(difference -> !difference.values().isEmpty())
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
        return new Difference(row.source(), row.externalId(), row.ucid(), row.version(), row.expected(), values);
    }

    private static @Nullable String value(@Nullable GoldenValue golden) {
        return golden == null ? null : golden.value();
    }

    /** The same for a list of records. */
    List<Difference> list(Collection<UUID> customers, Map<String, Set<Attribute>> wanted) {
        return new ArrayList<>(of(customers, wanted).values());
    }
}
