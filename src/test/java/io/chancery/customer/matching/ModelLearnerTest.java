package io.chancery.customer.matching;

import static io.chancery.customer.matching.People.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.matching.compare.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLearnerTest {

    @Test
    void the_same_records_give_the_same_model_to_the_byte() {
        var first = ModelLearner.learn(new InventedPeople(3).traits()).json();

        assertThat(ModelLearner.learn(new InventedPeople(3).traits()).json()).isEqualTo(first);
    }

    @Test
    void a_handful_of_records_teaches_nothing() {
        var few = new InventedPeople(3).traits().subList(0, 10);

        assertThat(ModelLearner.learn(few).json())
                .isEqualTo(MatchModel.initial().json());
        assertThat(ModelLearner.learn(List.of()).json())
                .isEqualTo(MatchModel.initial().json());
    }

    /** In such a store everybody who shares a birth date and a mailbox is somebody else. */
    @ParameterizedTest
    @ValueSource(ints = {30, 60, 90})
    void a_small_store_of_one_pattern_does_not_unlearn_who_is_one_person(int households) {
        var store = new ArrayList<Traits>();
        for (int i = 0; i < households; i++) {
            for (var given : List.of("Ida", "Otto")) {
                store.add(named(given, "Falken" + (char) ('a' + i % 26) + i / 26)
                        .born("%d-02-03".formatted(1930 + i % 70))
                        .at("Schulstr. " + i, "12043", "Berlin")
                        .email("mail" + i + "@example.org")
                        .traits());
            }
        }
        var one = named("Eva", "Birkenbach")
                .born("1966-02-04")
                .email("eva@example.org")
                .traits();
        var husband = named("Karl", "Birkenbach").email("eva@example.org").traits();
        var model = ModelLearner.learn(store);

        assertThat(model.weight(one, one)).isGreaterThan(10);
        assertThat(model.weight(one, husband)).isLessThan(model.joinWeight());
    }

    @Test
    void the_fewer_the_records_the_more_what_is_shipped_counts() {
        var traits = new InventedPeople(3).traits();
        double shipped = MatchModel.initial().rates().match()[0][0];
        double few = ModelLearner.learn(traits.subList(0, 80)).rates().match()[0][0];
        double many = ModelLearner.learn(traits).rates().match()[0][0];

        assertThat(Math.abs(few - shipped)).isLessThan(Math.abs(many - shipped));
    }

    /** Else a store in which names are often wrong would learn that households share a social security number. */
    @Test
    void no_household_shares_what_authorities_give_to_one_person() {
        var store = new ArrayList<Traits>();
        for (int i = 0; i < 400; i++) {
            for (var given : List.of("Ida", "Otto")) {
                store.add(named(given, "Falken" + i)
                        .at("Schulstr. " + i, "12043", "Berlin")
                        .identifier("ssn", "70000" + i)
                        .traits());
            }
        }
        int number = Attribute.PERSON_ID.ordinal();

        assertThat(ModelLearner.learn(store).rates().household()[number])
                .isEqualTo(MatchModel.initial().rates().household()[number]);
    }

    @Test
    void a_model_holds_no_name() {
        var json = ModelLearner.learn(new InventedPeople(3).traits()).json();

        assertThat(json).doesNotContain("ulrich", "bahnhof", "example.org").hasSizeLessThan(100_000);
    }

    @Test
    void records_that_are_all_equal_can_be_learnt_from() {
        var traits =
                People.named("Ida", "Falk").at("Schulstr. 5", "12043", "Berlin").traits();
        var model = ModelLearner.learn(java.util.Collections.nCopies(5_000, traits));

        assertThat(model.weight(traits, traits)).isFinite();
    }

    /** Guards the accuracy of the whole engine; what counts most is that nobody gets another person's letters. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void customers_are_told_apart_and_put_together(long seed) {
        var people = new InventedPeople(seed);
        var clusterOf = clusters(people.traits());
        double good = 0;
        double said = 0;
        double real = 0;
        for (int a = 0; a < clusterOf.length; a++) {
            for (int b = a + 1; b < clusterOf.length; b++) {
                boolean one = people.person(a) == people.person(b);
                boolean joined = clusterOf[a] == clusterOf[b];
                good += one && joined ? 1 : 0;
                said += joined ? 1 : 0;
                real += one ? 1 : 0;
            }
        }

        assertThat(good / said).as("precision").isGreaterThanOrEqualTo(.99);
        assertThat(good / real).as("recall").isGreaterThanOrEqualTo(.85);
    }

    /** All pairs that share a key, as one component. */
    private static int[] clusters(List<Traits> traits) {
        var model = ModelLearner.learn(traits);
        var keys = traits.stream().map(MatchKeys::of).toList();
        var edges = new ArrayList<Edge>();
        for (int a = 0; a < traits.size(); a++) {
            for (int b = a + 1; b < traits.size(); b++) {
                var others = keys.get(b);
                boolean near = Arrays.stream(keys.get(a)).anyMatch(key -> Arrays.binarySearch(others, key) >= 0);
                double weight = near ? model.weight(traits.get(a), traits.get(b)) : 0;
                if (near && weight >= model.clusterWeight()) {
                    edges.add(new Edge(a, b, weight));
                }
            }
        }
        return new Resolver(model)
                .resolve(new Component(traits, edges, List.of(), List.of()))
                .clusterOf();
    }
}
