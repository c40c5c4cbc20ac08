package io.chancery.customer.registry;

import static java.util.Objects.requireNonNull;

import io.chancery.customer.matching.DoubtKind;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.matching.Traits;
import io.chancery.customer.resolve.Act;
import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.Member;
import io.chancery.customer.resolve.Plan;
import io.chancery.customer.resolve.Question;
import io.chancery.customer.resolve.Questions;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.customer.resolve.Settlement;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Decides who is who, and keeps the golden values true to it. Every method works in the caller's transaction, which must
 * hold the {@link MatchLock}.
 */
@ApplicationScoped
public class Resolution {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private final Models models;
    private final ProfileTable profiles;
    private final Comparison comparison;
    private final EdgeTable edges;
    private final DoubtTable doubts;
    private final Registry registry;

    Resolution(
            Models models,
            ProfileTable profiles,
            Comparison comparison,
            EdgeTable edges,
            DoubtTable doubts,
            Registry registry) {
        this.models = models;
        this.profiles = profiles;
        this.comparison = comparison;
        this.edges = edges;
        this.doubts = doubts;
        this.registry = registry;
    }

    /**
     * Finds the customers of records that came or changed.
     *
     * @param records by id, with their traits as they are now
     * @param known those of them that were there before
     */
    public void take(Map<UUID, Traits> records, Set<UUID> known) {
        var model = models.current().model();
        var before = profiles.traits(known);
        var changed = new HashMap<>(records);
        changed.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        before.keySet().retainAll(changed.keySet());
        var touched = new HashSet<UUID>();
        var regrouped = new HashSet<UUID>();
        if (!changed.isEmpty()) {
            comparison.compare(changed, before, model);
            var moved = move(changed.keySet(), Act.OF_A_RECORD, model);
            regrouped.addAll(moved.touched());
            changed.keySet()
                    .forEach(record -> touched.add(requireNonNull(moved.owners().get(record))));
        }
        var same = new HashSet<>(records.keySet());
        same.removeAll(changed.keySet());
        touched.addAll(registry.owners(same).values());
        touched.addAll(regrouped);
        registry.refresh(touched, regrouped);
    }

    /** The customer of each record. */
    public Map<UUID, UUID> owners(Collection<UUID> records) {
        return registry.owners(records);
    }

    /** The other records of a record's customer: those to be settled when it has gone. */
    public Set<UUID> siblings(UUID record) {
        var siblings = new HashSet<>(edges.siblings(List.of(record)).keySet());
        siblings.remove(record);
        return siblings;
    }

    /** Forgets by what a record that goes was found, and whom it resembled; all else goes with it. */
    public void forget(UUID record) {
        profiles.deleteKeys(profiles.traits(List.of(record)));
        edges.delete(List.of(record));
    }

    /**
     * Looks again at records, and at all that hangs together with them.
     *
     * @param act who or what makes us do so
     * @return the customers that have other records than before
     */
    public Set<UUID> settle(Collection<UUID> changed, Act act) {
        var touched = move(changed, act, models.current().model()).touched();
        registry.refresh(touched, touched);
        return touched;
    }

    /** Looks again at what is left of customers that have lost a record. */
    public void lose(Set<UUID> customers, Collection<UUID> left) {
        var touched = new HashSet<>(customers);
        touched.addAll(move(left, Act.OF_A_RECORD, models.current().model()).touched());
        registry.refresh(touched, touched);
    }

    /**
     * What came of looking again.
     *
     * @param touched the customers that have other records than before
     * @param owners the customer of every record that was looked at
     */
    private record Moved(Set<UUID> touched, Map<UUID, UUID> owners) {}

    private Moved move(Collection<UUID> changed, Act act, MatchModel model) {
        if (changed.isEmpty()) {
            return new Moved(Set.of(), Map.of());
        }
        var around = Neighbourhood.of(changed, edges, model.clusterWeight());
        var members = profiles.members(around.records());
        var settlement = new Settlement(model, around.inside());
        settlement.resolveAll(members);
        var plan = registry.plan(act);
        var owners = plan.add(settlement.clusters(), around.inside());
        registry.write(plan);
        var questions = questions(around, settlement, owners);
        updates(changed, members, owners, model).forEach(questions::add);
        var askedBefore = members.stream()
                .filter(member -> member.customer() != null)
                .map(Member::id)
                .toList();
        doubts.replace(askedBefore, questions.list(), registry.now());
        return new Moved(plan.touched(), owners);
    }

    /**
     * Makes true what was found about all records at once.
     *
     * @param known every pair that is at least doubtful
     */
    public void adopt(Stream<Known> known, Plan plan, List<Question> questions) {
        edges.replaceAll(known);
        registry.write(plan);
        doubts.replaceAll(questions, registry.now());
        var touched = List.copyOf(plan.touched());
        for (int from = 0; from < touched.size(); from += CUSTOMERS_AT_ONCE) {
            var part = Set.copyOf(touched.subList(from, Math.min(touched.size(), from + CUSTOMERS_AT_ONCE)));
            registry.refresh(part, part);
        }
    }

    /** What people call these customers. */
    public Map<UUID, Ucid> ucids(Collection<UUID> customers) {
        return registry.ucids(customers);
    }

    private Questions questions(Neighbourhood around, Settlement settlement, Map<UUID, UUID> owners) {
        var across = around.across();
        var outside = new HashSet<UUID>();
        across.forEach(one -> outside.add(
                around.records().contains(one.pair().a())
                        ? one.pair().b()
                        : one.pair().a()));
        owners.putAll(registry.owners(outside));
        var questions = new Questions(owners, around.known());
        settlement.questions().forEach(questions::add);
        across.forEach(questions::addWeak);
        return questions;
    }

    /** A record that its own change has taken away from its customer: its source knows best, but somebody should look. */
    private static List<Question> updates(
            Collection<UUID> changed, List<Member> members, Map<UUID, UUID> owners, MatchModel model) {
        var stayed = new HashMap<UUID, Member>();
        var gone = new ArrayList<Member>();
        for (var member : members) {
            var before = member.customer();
            if (before != null && before.equals(owners.get(member.id()))) {
                stayed.merge(before, member, BinaryOperator.minBy(Member.BY_NAME));
            } else if (before != null && changed.contains(member.id())) {
                gone.add(member);
            }
        }
        var questions = new ArrayList<Question>();
        for (var member : gone) {
            var rest = stayed.get(requireNonNull(member.customer()));
            if (rest != null) {
                questions.add(update(member, rest, model));
            }
        }
        return questions;
    }

    private static Question update(Member gone, Member stayed, MatchModel model) {
        var pair = new RecordPair(gone.id(), stayed.id());
        return new Question(pair, DoubtKind.UPDATE, model.weight(gone.traits(), stayed.traits()));
    }
}
