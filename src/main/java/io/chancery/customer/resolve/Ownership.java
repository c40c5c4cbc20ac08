package io.chancery.customer.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which customer each cluster of records is. A customer that falls apart goes on in its largest part, with the oldest
 * record among equals. Where several customers come together the oldest survives and the others become its aliases.
 * What is nobody's is a new customer; no id is ever given twice.
 */
final class Ownership {

    private final Map<UUID, UUID> owners = new HashMap<>();
    private final Map<UUID, UUID> merged = new TreeMap<>();
    private final List<UUID> opened = new ArrayList<>();

    private Ownership() {}

    /**
     * @param clusters all clusters that have a record of any customer concerned; none is empty
     * @param before whose a record has been; null if nobody's
     * @param newId makes the id of a new customer; later ones compare greater
     */
    static Ownership of(List<List<Member>> clusters, Function<Member, @Nullable UUID> before, Supplier<UUID> newId) {
        var claims = claims(clusters, before);
        var ownership = new Ownership();
        for (int i = 0; i < clusters.size(); i++) {
            ownership.assign(clusters.get(i), claims.getOrDefault(i, List.of()), newId);
        }
        return ownership;
    }

    /** The customer of each record. */
    Map<UUID, UUID> owners() {
        return owners;
    }

    /** Customers that are one with another now, and with which. */
    Map<UUID, UUID> merged() {
        return merged;
    }

    /** Customers that did not exist before, the oldest first. */
    List<UUID> opened() {
        return opened;
    }

    /** The customers that go on in each cluster, by its place in the list. */
    private static Map<Integer, List<UUID>> claims(
            List<List<Member>> clusters, Function<Member, @Nullable UUID> before) {
        var parts = new TreeMap<UUID, Map<Integer, List<Member>>>();
        for (int i = 0; i < clusters.size(); i++) {
            for (var member : clusters.get(i)) {
                var owner = before.apply(member);
                if (owner != null) {
                    parts.computeIfAbsent(owner, customer -> new TreeMap<>())
                            .computeIfAbsent(i, cluster -> new ArrayList<>())
                            .add(member);
                }
            }
        }
        var claims = new HashMap<Integer, List<UUID>>();
        parts.forEach((customer, of) -> claims.computeIfAbsent(largest(of), cluster -> new ArrayList<>())
                .add(customer));
        return claims;
    }

    private static int largest(Map<Integer, List<Member>> parts) {
        return parts.entrySet().stream()
                .min(Comparator.<Map.Entry<Integer, List<Member>>>comparingInt(
                                part -> -part.getValue().size())
                        .thenComparing(part -> oldest(part.getValue())))
                .orElseThrow()
                .getKey();
    }

    private static UUID oldest(List<Member> members) {
        return members.stream().map(Member::id).min(Comparator.naturalOrder()).orElseThrow();
    }

    private void assign(List<Member> cluster, List<UUID> claimants, Supplier<UUID> newId) {
        var owner = claimants.stream().min(Comparator.naturalOrder()).orElseGet(() -> open(newId));
        cluster.forEach(member -> owners.put(member.id(), owner));
        claimants.stream().filter(customer -> !customer.equals(owner)).forEach(customer -> merged.put(customer, owner));
    }

    private UUID open(Supplier<UUID> newId) {
        var id = newId.get();
        opened.add(id);
        return id;
    }
}
