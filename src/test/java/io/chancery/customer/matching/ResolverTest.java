package io.chancery.customer.matching;

import static io.chancery.customer.matching.People.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.matching.Component.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private static final MatchModel MODEL = MatchModel.initial();
    private static final People IDA =
            named("Ida", "Falk").at("Schulstr. 5", "12043", "Berlin").born("1966-02-03");

    private static Component component(List<People> people, List<Pair> same, List<Pair> different) {
        var members = people.stream().map(People::traits).toList();
        var edges = new ArrayList<Edge>();
        for (int a = 0; a < members.size(); a++) {
            for (int b = a + 1; b < members.size(); b++) {
                double weight = MODEL.weight(members.get(a), members.get(b));
                if (weight >= MODEL.clusterWeight()) {
                    edges.add(new Edge(a, b, weight));
                }
            }
        }
        return new Component(members, edges, same, different);
    }

    private static Resolution resolve(List<People> people) {
        return new Resolver(MODEL).resolve(component(people, List.of(), List.of()));
    }

    @Test
    void records_that_are_alike_are_one_customer() {
        var resolution =
                resolve(List.of(IDA.email("i@example.org"), named("Karl", "Olm"), IDA, IDA.mobile("+491713920001")));

        assertThat(resolution.clusterOf()).containsExactly(0, 1, 0, 0);
        assertThat(resolution.doubts()).isEmpty();
    }

    @Test
    void people_keep_apart_what_the_engine_would_join() {
        var component = component(List.of(IDA, IDA), List.of(), List.of(new Pair(1, 0)));

        var resolution = new Resolver(MODEL).resolve(component);

        assertThat(resolution.clusterOf()).containsExactly(0, 1);
        assertThat(resolution.doubts()).isEmpty();
    }

    @Test
    void people_join_what_the_engine_would_keep_apart_and_are_told_that_it_looks_odd() {
        var component = component(List.of(IDA, named("Karl", "Olm")), List.of(new Pair(0, 1)), List.of());

        var resolution = new Resolver(MODEL).resolve(component);

        assertThat(resolution.clusterOf()).containsExactly(0, 0);
        assertThat(resolution.doubts()).extracting(Doubt::kind).containsExactly(DoubtKind.UPDATE);
    }

    @Test
    void of_contradictory_decisions_different_wins() {
        var same = List.of(new Pair(0, 1), new Pair(1, 2));

        var resolution = new Resolver(MODEL).resolve(component(List.of(IDA, IDA, IDA), same, List.of(new Pair(0, 2))));

        assertThat(resolution.clusterOf()[0]).isNotEqualTo(resolution.clusterOf()[2]);
    }

    @Test
    void one_bad_edge_does_not_fuse_two_families() {
        var mail = "familie@example.org";
        var people = List.of(
                named("Ida", "Falk")
                        .at("Schulstr. 5", "12043", "Berlin")
                        .email(mail)
                        .mobile("+491713920001"),
                named("Ida", "Falk").at("Schulstr. 5", "12043", "Berlin").mobile("+491713920001"),
                named("Karl", "Olm").at("Am Hang 7", "80331", "München").mobile("+491713920002"),
                named("Karl", "Olm")
                        .at("Am Hang 7", "80331", "München")
                        .email(mail)
                        .mobile("+491713920002"));
        var honest = component(people, List.of(), List.of());
        var edges = new ArrayList<>(honest.edges());
        edges.add(new Edge(0, 3, 30));

        var resolution = new Resolver(MODEL).resolve(new Component(honest.members(), edges, List.of(), List.of()));

        assertThat(resolution.clusterOf()).containsExactly(0, 0, 2, 2);
    }

    @Test
    void a_record_about_equally_near_to_father_and_son_joins_neither() {
        var people = List.of(
                named("Karl", "Falk").at("Schulstr. 5", "12043", "Berlin").born("1940-05-06"),
                named("Karl", "Falk").at("Schulstr. 5", "12043", "Berlin"),
                named("Karl", "Falk").at("Schulstr. 5", "12043", "Berlin").born("1971-11-12"));

        var resolution = resolve(people);

        assertThat(resolution.clusterOf()).containsExactly(0, 1, 2);
        assertThat(resolution.doubts()).extracting(Doubt::kind).containsOnly(DoubtKind.MARGIN);
    }

    @Test
    void the_order_of_edges_and_decisions_does_not_matter() {
        var people = new InventedPeople(11).people().subList(0, 60);
        var same = List.of(new Pair(3, 40), new Pair(8, 50), new Pair(40, 8));
        var different = List.of(new Pair(3, 50), new Pair(0, 1));
        var component = component(people, same, different);
        var expected = new Resolver(MODEL).resolve(component);

        for (int seed = 0; seed < 5; seed++) {
            var edges = new ArrayList<>(component.edges());
            var turned = new ArrayList<>(same);
            Collections.shuffle(edges, new Random(seed));
            Collections.shuffle(turned, new Random(seed));
            assertThat(new Resolver(MODEL).resolve(new Component(component.members(), edges, turned, different)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_order_of_members_does_not_matter() {
        var people = new ArrayList<>(new InventedPeople(13).people().subList(0, 80));
        var expected = partition(people);

        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(people, new Random(seed));
            assertThat(partition(people)).isEqualTo(expected);
        }
    }

    private static java.util.Set<java.util.Set<String>> partition(List<People> people) {
        var clusterOf = resolve(people).clusterOf();
        var parts = new java.util.HashMap<Integer, java.util.Set<String>>();
        for (int i = 0; i < clusterOf.length; i++) {
            parts.computeIfAbsent(clusterOf[i], none -> new java.util.TreeSet<>())
                    .add(people.get(i).traits().text());
        }
        return new java.util.HashSet<>(parts.values());
    }

    @Test
    void very_many_equal_records_are_one_customer_and_quickly() {
        var traits = IDA.traits();
        var members = Collections.nCopies(100_000, traits);
        var edges = new ArrayList<Edge>();
        for (int i = 1; i < members.size(); i++) {
            edges.add(new Edge(0, i, MODEL.weight(traits, traits)));
        }

        var resolution = new Resolver(MODEL).resolve(new Component(members, edges, List.of(), List.of()));

        assertThat(resolution.clusterOf()).containsOnly(0);
    }
}
