package io.chancery.customer.matching;

import static io.chancery.customer.matching.People.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatchModelTest {

    private static final MatchModel MODEL = MatchModel.initial();

    private static final People IDA = named("Ida", "Falkenberg")
            .salutation("Frau")
            .born("1966-02-03")
            .at("Schulstr. 5", "12043", "Berlin")
            .email("ida.falkenberg@example.org")
            .mobile("+491713920001")
            .landline("+493023125000");

    private static People home(String given, String family) {
        return named(given, family).at("Schulstr. 5", "12043", "Berlin");
    }

    static Stream<Arguments> oneCustomer() {
        var mail = "ida.falkenberg@example.org";
        return Stream.of(
                Arguments.of("the same", IDA, IDA),
                Arguments.of("name and mailbox", IDA, named("Ida", "Falkenberg").email(mail)),
                Arguments.of("moved house", IDA, IDA.at("Am Hang 7", "80331", "München")),
                Arguments.of(
                        "swapped name",
                        IDA,
                        named("Falkenberg", "Ida").born("1966-02-03").email(mail)),
                Arguments.of(
                        "umlaut lost",
                        home("Jörg", "Krüger").born("1966-02-03"),
                        home("Jorg", "Krueger").born("1966-02-03")),
                Arguments.of(
                        "pet form",
                        home("Johannes", "Falk").email(mail),
                        home("Hannes", "Falk").email(mail)),
                Arguments.of(
                        "slip of the hand",
                        IDA,
                        named("Ida", "Falkenbreg").born("1966-02-03").mobile("+491713920001")),
                Arguments.of(
                        "married",
                        IDA,
                        named("Ida", "Olm")
                                .birthName("Falkenberg")
                                .born("1966-02-03")
                                .email(mail)),
                Arguments.of(
                        "double name",
                        IDA,
                        named("Ida", "Falkenberg-Olm").born("1966-02-03").email(mail)),
                Arguments.of(
                        "another script",
                        home("Jie", "Wang").born("1966-02-03").email(mail),
                        home("杰", "王").born("1966-02-03").email(mail)),
                Arguments.of(
                        "an initial",
                        home("I.", "Falkenberg").email(mail),
                        home("Ida", "Falkenberg").email(mail)),
                Arguments.of(
                        "day and month turned round",
                        named("Ida", "Falk").born("1966-02-03").mobile("+491713920001"),
                        named("Ida", "Falk").born("1966-03-02").mobile("+491713920001")),
                Arguments.of(
                        "a firm with a slip", home("", "Falkenkranz GmbH"), home("", "Falkenkrantz GmbH & Co. KG")),
                Arguments.of(
                        "same number elsewhere",
                        named("Ida", "Falk").identifier("crm", "77"),
                        named("I.", "Falk").identifier("crm", "77")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneCustomer")
    void records_of_one_customer_are_alike(String why, People a, People b) {
        assertThat(MODEL.weight(a.traits(), b.traits())).as(why).isGreaterThanOrEqualTo(MODEL.joinWeight());
    }

    static Stream<Arguments> twoCustomers() {
        var twin = home("Ida", "Falk").born("1966-02-03").landline("+493023125000");
        return Stream.of(
                Arguments.of(
                        "wife and husband",
                        home("Ida", "Falk").email("falk@example.org").landline("+493023125000"),
                        home("Karl", "Falk").email("falk@example.org").landline("+493023125000")),
                Arguments.of(
                        "twins", twin, home("Eva", "Falk").born("1966-02-03").landline("+493023125000")),
                Arguments.of(
                        "father and son",
                        home("Karl", "Falk").born("1940-05-06").landline("+493023125000"),
                        home("Karl", "Falk").born("1971-11-12").landline("+493023125000")),
                Arguments.of("senior and junior", home("Karl", "Falk sen."), home("Karl", "Falk jun.")),
                Arguments.of(
                        "namesakes in two towns",
                        home("Karl", "Falk"),
                        named("Karl", "Falk").at("Am Hang 7", "80331", "München")),
                Arguments.of("only a name", named("Karl", "Falk"), named("Karl", "Falk")),
                Arguments.of(
                        "only a household",
                        home("", "Falk").landline("+493023125000"),
                        home("", "Falk").landline("+493023125000")),
                Arguments.of(
                        "twins with one mailbox",
                        twin.email("falk@example.org"),
                        home("Eva", "Falk")
                                .born("1966-02-03")
                                .landline("+493023125000")
                                .email("falk@example.org")),
                Arguments.of(
                        "father and son of one name and date",
                        named("Karl", "Falkenberg sen.").born("1966-02-03"),
                        named("Karl", "Falkenberg jun.").born("1966-02-03")),
                Arguments.of(
                        "colleagues with the mailbox of their firm",
                        named("Andreas", "Falkenberg").email("info@example.org"),
                        named("Andi", "Falkenberg").email("info@example.org")),
                Arguments.of(
                        "namesakes with mailboxes made of the name",
                        named("Jan", "Falkenberg").email("jan.falkenberg@example.org"),
                        named("Jan", "Falkenberg").email("jan.falkenberg@example.com")),
                Arguments.of(
                        "firms of a group",
                        home("", "Falk Maschinenbau GmbH").landline("+493023125000"),
                        home("", "Falk Maschinenbau Holding GmbH").landline("+493023125000")),
                Arguments.of("brothers with double names", home("Hans Peter", "Falk"), home("Hans Georg", "Falk")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoCustomers")
    void records_of_two_customers_are_not(String why, People a, People b) {
        assertThat(MODEL.weight(a.traits(), b.traits())).as(why).isLessThan(MODEL.joinWeight());
    }

    @Test
    void a_weight_does_not_depend_on_the_direction() {
        var people = Stream.concat(oneCustomer(), twoCustomers())
                .flatMap(arguments -> Stream.of(arguments.get()[1], arguments.get()[2]))
                .map(person -> ((People) person).traits())
                .toList();

        for (var a : people) {
            for (var b : people) {
                assertThat(MODEL.weight(a, b)).isEqualTo(MODEL.weight(b, a));
                assertThat((double) (float) MODEL.weight(a, b)).isEqualTo(MODEL.weight(a, b));
            }
        }
    }

    @Test
    void an_explanation_adds_up() {
        var score = MODEL.score(
                IDA.traits(),
                home("Ida", "Falkenberg").born("1966-02-30".replace("30", "04")).traits());

        assertThat(score.levels())
                .extracting(level -> level.attribute() + " " + level.level())
                .containsExactly(
                        "prior before",
                        "given-name exact",
                        "family-name exact",
                        "name-order straight",
                        "birth-date near",
                        "address exact",
                        "household shared-evidence");
        assertThat(score.levels().stream().mapToDouble(PairScore.Level::weight).sum())
                .isCloseTo(score.weight(), org.assertj.core.data.Offset.offset(.1));
    }

    @Test
    void a_model_is_written_and_read_to_the_byte() {
        var model = ModelLearner.learn(new InventedPeople(7).traits());
        var copy = MatchModel.parse(model.json());

        assertThat(copy.json()).isEqualTo(model.json());
        for (var other : List.of(IDA, home("Ida", "Falk"))) {
            assertThat(copy.weight(IDA.traits(), other.traits())).isEqualTo(model.weight(IDA.traits(), other.traits()));
        }
    }

    @Test
    void a_model_of_an_older_version_counts_as_what_is_shipped() {
        var older = MODEL.json()
                .replaceFirst("\\{\"match\":\\[\\[", "{\"match\":[[0.5],[")
                .replaceFirst("\"household\":\\[\\[", "\"household\":[[0.5],[");

        assertThat(older).isNotEqualTo(MODEL.json());
        assertThat(MatchModel.parse(older).json()).isEqualTo(MODEL.json());
    }

    @Test
    void something_else_is_not_read_as_a_model() {
        assertThatThrownBy(() -> MatchModel.parse("[]")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void even_odds_are_zero_bits() {
        assertThat(MatchModel.probability(0)).isEqualTo(.5);
        assertThat(MatchModel.probability(MODEL.joinWeight())).isBetween(.85, .95);
    }
}
