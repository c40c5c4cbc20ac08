package io.chancery.customer.rematch;

import static java.util.Objects.requireNonNull;

import io.chancery.customer.matching.DoubtKind;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.rematch.packed.Buckets;
import io.chancery.customer.rematch.packed.EdgeList;
import io.chancery.customer.rematch.packed.PackedIds;
import io.chancery.customer.resolve.Groups;
import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.Member;
import io.chancery.customer.resolve.Plan;
import io.chancery.customer.resolve.Question;
import io.chancery.customer.resolve.Questions;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.customer.resolve.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds who is who among all records. Goes group by group: a group is what hangs together by edges, by decisions, or by
 * belonging to one customer today, so each can be settled on its own.
 */
final class Recount {

    private final Census census;
    private final List<Known> decisions;
    private final MatchModel model;
    private final EdgeList edges;
    private final Groups groups;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final PackedIds owners = new PackedIds();
    private final List<Question> found = new ArrayList<>();

    Recount(Census census, List<Known> decisions, MatchModel model) {
        this.census = census;
        this.decisions = decisions;
        this.model = model;
        this.edges = new Pairing(census, model).compare();
        this.groups = new Groups(census.size());
        join();
    }

    int records() {
        return census.size();
    }

    /** All pairs that are at least doubtful, one after the other. */
    Stream<Known> known() {
        return IntStream.range(0, edges.size()).mapToObj(this::weighed);
    }

    EdgeList edges() {
        return edges;
    }

    private void join() {
        for (int edge = 0; edge < edges.size(); edge++) {
            if (edges.weight(edge) >= model.clusterWeight()) {
                groups.join(edges.a(edge), edges.b(edge));
            }
        }
        var firstOf = new HashMap<UUID, Integer>();
        var decided = new HashSet<UUID>();
        decisions.forEach(one -> {
            decided.add(one.pair().a());
            decided.add(one.pair().b());
        });
        for (int record = 0; record < census.size(); record++) {
            owners.add(census.customer(record));
            var customer = census.customer(record);
            var first = customer == null ? null : firstOf.putIfAbsent(customer, record);
            if (first != null) {
                groups.join(first, record);
            }
            if (decided.contains(census.id(record))) {
                numbers.put(census.id(record), record);
            }
        }
        decisions.stream()
                .filter(this::isKnown)
                .forEach(one ->
                        groups.join(number(one.pair().a()), number(one.pair().b())));
    }

    private int number(UUID decided) {
        return requireNonNull(numbers.get(decided));
    }

    private boolean isKnown(Known decision) {
        return numbers.containsKey(decision.pair().a())
                && numbers.containsKey(decision.pair().b());
    }

    /**
     * Settles every group.
     *
     * @param plan takes what must change
     * @return what is to be asked, of all records
     */
    List<Question> settle(Plan plan) {
        var recordsOf = new Buckets(census.size(), census.size(), groups::root);
        var edgesOf = new Buckets(census.size(), edges.size(), edge -> groups.root(edges.a(edge)));
        var decisionsOf = new HashMap<Integer, List<Known>>();
        decisions.stream()
                .filter(this::isKnown)
                .forEach(one -> decisionsOf
                        .computeIfAbsent(groups.root(number(one.pair().a())), root -> new ArrayList<>())
                        .add(one));
        for (int root = 0; root < census.size(); root++) {
            int[] records = recordsOf.of(root);
            if (records.length > 1 || records.length == 1 && census.customer(root) == null) {
                var known = new ArrayList<>(decisionsOf.getOrDefault(root, List.of()));
                for (int edge : edgesOf.of(root)) {
                    known.add(weighed(edge));
                }
                settle(records, known, plan);
            }
        }
        askAcross();
        return questions();
    }

    private void settle(int[] records, List<Known> known, Plan plan) {
        var settlement = new Settlement(model, known);
        var members = new ArrayList<Member>(records.length);
        for (int record : records) {
            members.add(member(record));
        }
        settlement.resolveAll(members);
        var settled = plan.add(settlement.clusters(), known);
        for (int record : records) {
            owners.set(record, requireNonNull(settled.get(census.id(record))));
        }
        found.addAll(settlement.questions());
    }

    private Member member(int record) {
        return new Member(
                census.id(record),
                census.source(record),
                census.externalId(record),
                census.traits(record),
                census.customer(record),
                census.rule(record));
    }

    private Known weighed(int edge) {
        var pair = new RecordPair(census.id(edges.a(edge)), census.id(edges.b(edge)));
        return new Known(pair, Known.Kind.WEIGHED, edges.weight(edge));
    }

    private void askAcross() {
        for (int edge = 0; edge < edges.size(); edge++) {
            if (groups.root(edges.a(edge)) != groups.root(edges.b(edge))) {
                var one = weighed(edge);
                found.add(new Question(one.pair(), DoubtKind.BELOW, one.weight()));
            }
        }
    }

    private List<Question> questions() {
        var asked = new HashSet<UUID>();
        found.forEach(question -> {
            asked.add(question.pair().a());
            asked.add(question.pair().b());
        });
        var ownerOf = new HashMap<UUID, UUID>();
        for (int record = 0; record < census.size(); record++) {
            if (asked.contains(census.id(record))) {
                ownerOf.put(census.id(record), owners.get(record));
            }
        }
        var questions = new Questions(ownerOf, decisions);
        found.forEach(questions::add);
        return questions.list();
    }
}
