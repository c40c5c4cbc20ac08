package io.chancery.customer.registry;

import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.matching.Traits;
import io.chancery.customer.resolve.RecordPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares new and changed records with all that share a key with them, and keeps how alike they are. */
@ApplicationScoped
class Comparison {

    private final ProfileTable profiles;
    private final EdgeTable edges;

    Comparison(ProfileTable profiles, EdgeTable edges) {
        this.profiles = profiles;
        this.edges = edges;
    }

    /**
     * Compares records.
     *
     * @param records as they are now, with their traits
     * @param before those of them that were compared before, as something else
     */
    void compare(Map<UUID, Traits> records, Map<UUID, Traits> before, MatchModel model) {
        profiles.deleteKeys(before);
        edges.delete(before.keySet());
        profiles.put(records);
        var keysOf = ProfileTable.keysOf(records);
        profiles.insertKeys(keysOf);
        var pairs = pairs(keysOf);
        edges.insert(weights(pairs, traits(records, pairs), model));
    }

    private Set<RecordPair> pairs(Map<UUID, long[]> keysOf) {
        var mine = new HashMap<Long, List<UUID>>();
        keysOf.forEach((id, keys) -> {
            for (long key : keys) {
                mine.computeIfAbsent(key, shared -> new ArrayList<>()).add(id);
            }
        });
        var pairs = new HashSet<RecordPair>();
        for (var shared : profiles.sharing(mine.keySet()).entrySet()) {
            for (var id : mine.getOrDefault(shared.getKey(), List.of())) {
                shared.getValue().stream()
                        .filter(other -> !other.equals(id))
                        .forEach(other -> pairs.add(new RecordPair(id, other)));
            }
        }
        return pairs;
    }

    private Map<UUID, Traits> traits(Map<UUID, Traits> records, Set<RecordPair> pairs) {
        var missing = new HashSet<UUID>();
        for (var pair : pairs) {
            missing.add(pair.a());
            missing.add(pair.b());
        }
        missing.removeAll(records.keySet());
        var traits = new HashMap<>(records);
        traits.putAll(profiles.traits(missing));
        return traits;
    }

    private static Map<RecordPair, Double> weights(Set<RecordPair> pairs, Map<UUID, Traits> traits, MatchModel model) {
        var weights = new HashMap<RecordPair, Double>();
        for (var pair : pairs) {
            var a = traits.get(pair.a());
            var b = traits.get(pair.b());
            // A key without a profile is what a deleted record has left behind.
            if (a != null && b != null) {
                double weight = model.weight(a, b);
                if (weight >= model.keepWeight()) {
                    weights.put(pair, weight);
                }
            }
        }
        return weights;
    }
}
