package io.chancery.customer.resolve;

import static java.util.Objects.requireNonNull;

import io.chancery.customer.matching.Component;
import io.chancery.customer.matching.Component.Pair;
import io.chancery.customer.matching.DoubtKind;
import io.chancery.customer.matching.Edge;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.matching.Resolver;
import io.chancery.customer.resolve.Known.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the resolver says about some components: who belongs together, and what is to be asked. Pure. */
public final class Settlement {

    /** So many records hang together only if strangers are among them. */
    public static final int LARGEST = 500;

    /** In bits. */
    public static final double STEP = 4;

    private static final double SURE = 60;

    private final Resolver resolver;
    private final double clusterWeight;
    private final Map<UUID, List<Known>> knownOf = new HashMap<>();
    private final List<List<Member>> clusters = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    public Settlement(MatchModel model, Collection<Known> known) {
        this.resolver = new Resolver(model);
        this.clusterWeight = model.clusterWeight();
        for (var one : known) {
            knownOf.computeIfAbsent(one.pair().a(), id -> new ArrayList<>()).add(one);
        }
    }

    /** Resolves records, component by component; whatever hangs together with one of them must be among them. */
    public void resolveAll(Collection<Member> members) {
        var ordered = members.stream().sorted(Member.BY_NAME).toList();
        var componentOf = new HashMap<UUID, Integer>();
        for (var component : components(ordered, clusterWeight)) {
            component.forEach(member -> componentOf.put(member.id(), clusters.size()));
            resolve(component);
        }
        askAcross(componentOf);
    }

    /**
     * Cuts records into what hangs together. Where that is more than any customer can be, generic values have joined
     * strangers: only what is more alike counts there.
     */
    private List<List<Member>> components(List<Member> ordered, double joins) {
        var numbers = new Numbers(ordered);
        var groups = new Groups(ordered.size());
        for (var member : ordered) {
            knownOf.getOrDefault(member.id(), List.of()).stream()
                    .filter(one -> one.joins(joins) && numbers.has(one.pair().b()))
                    .forEach(one -> groups.join(
                            numbers.number(member.id()),
                            numbers.number(one.pair().b())));
        }
        var cut = new TreeMap<Integer, List<Member>>();
        for (int i = 0; i < ordered.size(); i++) {
            cut.computeIfAbsent(groups.root(i), root -> new ArrayList<>()).add(ordered.get(i));
        }
        var components = new ArrayList<List<Member>>();
        cut.values()
                .forEach(part -> components.addAll(
                        part.size() <= LARGEST || joins > SURE ? List.of(part) : components(part, joins + STEP)));
        return components;
    }

    /** Of pairs that are alike but do not hang together a person is asked. */
    private void askAcross(Map<UUID, Integer> componentOf) {
        for (var known : knownOf.values()) {
            for (var one : known) {
                var a = componentOf.get(one.pair().a());
                var b = componentOf.get(one.pair().b());
                boolean weak = one.kind() == Kind.WEIGHED && one.weight() < clusterWeight;
                if (a != null && b != null && !a.equals(b) && weak) {
                    questions.add(new Question(one.pair(), DoubtKind.BELOW, one.weight()));
                }
            }
        }
    }

    private void resolve(List<Member> members) {
        if (members.size() == 1) {
            clusters.add(members);
            return;
        }
        var resolution = resolver.resolve(component(members));
        var cut = new TreeMap<Integer, List<Member>>();
        for (int i = 0; i < members.size(); i++) {
            cut.computeIfAbsent(resolution.clusterOf()[i], first -> new ArrayList<>())
                    .add(members.get(i));
        }
        clusters.addAll(cut.values());
        resolution
                .doubts()
                .forEach(doubt -> questions.add(new Question(
                        new RecordPair(
                                members.get(doubt.a()).id(),
                                members.get(doubt.b()).id()),
                        doubt.kind(),
                        doubt.weight())));
    }

    private Component component(List<Member> members) {
        var indexOf = new HashMap<UUID, Integer>();
        IntStream.range(0, members.size())
                .forEach(i -> indexOf.put(members.get(i).id(), i));
        var edges = new ArrayList<Edge>();
        var decisions = new HashMap<Kind, List<Pair>>();
        for (int i = 0; i < members.size(); i++) {
            for (var one : knownOf.getOrDefault(members.get(i).id(), List.of())) {
                var other = indexOf.get(one.pair().b());
                if (other != null && one.kind() == Kind.WEIGHED) {
                    edges.add(new Edge(Math.min(i, other), Math.max(i, other), one.weight()));
                } else if (other != null) {
                    decisions
                            .computeIfAbsent(one.kind(), kind -> new ArrayList<>())
                            .add(new Pair(i, other));
                }
            }
        }
        return new Component(
                members.stream().map(Member::traits).toList(),
                edges,
                decisions.getOrDefault(Kind.SAME, List.of()),
                decisions.getOrDefault(Kind.DIFFERENT, List.of()));
    }

    public List<List<Member>> clusters() {
        return clusters;
    }

    public List<Question> questions() {
        return questions;
    }

    /** Members, numbered from 0. */
    private static final class Numbers {

        private final Map<UUID, Integer> numbers = new HashMap<>();

        Numbers(List<Member> members) {
            members.forEach(member -> numbers.put(member.id(), numbers.size()));
        }

        boolean has(UUID record) {
            return numbers.containsKey(record);
        }

        int number(UUID record) {
            return requireNonNull(numbers.get(record));
        }
    }
}
