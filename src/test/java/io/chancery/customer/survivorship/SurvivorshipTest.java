package io.chancery.customer.survivorship;

import static io.chancery.vocabulary.Attribute.BIRTH_DATE;
import static io.chancery.vocabulary.Attribute.CITY;
import static io.chancery.vocabulary.Attribute.COUNTRY;
import static io.chancery.vocabulary.Attribute.EMAIL;
import static io.chancery.vocabulary.Attribute.FAMILY_NAME;
import static io.chancery.vocabulary.Attribute.GIVEN_NAME;
import static io.chancery.vocabulary.Attribute.LANGUAGE;
import static io.chancery.vocabulary.Attribute.MOBILE;
import static io.chancery.vocabulary.Attribute.POSTCODE;
import static io.chancery.vocabulary.Attribute.STREET;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.survivorship.Rules.Rule;
import io.chancery.customer.survivorship.SourceValues.Standing;
import io.chancery.vocabulary.Attribute;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivorshipTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    private final Survivorship shipped = new Survivorship(Rules.SHIPPED);

    private static SourceValues record(String id, int trust, int ageInDays, Map<Attribute, String> values) {
        return record(id, trust, ageInDays, values, Map.of());
    }

    private static SourceValues record(
            String id, int trust, int ageInDays, Map<Attribute, String> values, Map<Attribute, Standing> standings) {
        var origin = new Origin(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)), "s-" + id, id);
        return new SourceValues(origin, trust, NOW.minus(Duration.ofDays(ageInDays)), new EnumMap<>(values), standings);
    }

    private static SourceValues steward(int trust, Map<Attribute, String> values) {
        return new SourceValues(new Origin(new UUID(0, 1), Origin.STEWARD, "eva"), trust, NOW, values, Map.of());
    }

    private Map<Attribute, GoldenValue> golden(SourceValues... records) {
        return shipped.golden(List.of(records), Map.of(), NOW);
    }

    private String value(Attribute attribute, SourceValues... records) {
        var value = golden(records).get(attribute);
        return value == null ? "" : value.value();
    }

    /** Each record says one of the texts, the first the newest and all of them trusted alike. */
    private String ofTexts(Attribute attribute, String texts) {
        var records = new ArrayList<SourceValues>();
        for (var text : texts.split("\\|")) {
            records.add(record("r" + records.size(), 50, 30 * records.size(), Map.of(attribute, text.strip())));
        }
        return value(attribute, records.toArray(SourceValues[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "Gruner | Gruener | Grüner, Grüner",
        "GRÜNER | Gruener, GRÜNER",
        "RENATE | Renate, Renate",
        "K. | Karlheinz, Karlheinz",
        "Ursula | Ursula Irmgard | Ursula, Ursula Irmgard",
        "Anka | Anke | Anke, Anke",
        "unbekannt | xxx | Ida, Ida",
        "K., K."
    })
    void the_fullest_spelling_of_the_most_frequent_name_survives(String said, String survivor) {
        assertThat(ofTexts(GIVEN_NAME, said)).isEqualTo(survivor);
    }

    @Test
    void the_name_in_an_email_address_speaks_for_its_spelling() {
        var klain = record("a", 50, 0, Map.of(FAMILY_NAME, "Klain", EMAIL, "michaela.klein@example.org"));
        var klein = record("b", 50, 0, Map.of(FAMILY_NAME, "Klein"));

        assertThat(value(FAMILY_NAME, klain, klein)).isEqualTo("Klein");
    }

    @Test
    void names_in_each_others_place_are_put_right_by_the_majority() {
        var swapped = record("a", 90, 0, Map.of(GIVEN_NAME, "Grünwald", FAMILY_NAME, "Anneliese"));
        var right = record("b", 50, 1, Map.of(GIVEN_NAME, "Anneliese", FAMILY_NAME, "Grünwald"));
        var alsoRight = record("c", 50, 2, Map.of(GIVEN_NAME, "Anneliese", FAMILY_NAME, "Gruenwald"));

        var golden = golden(swapped, right, alsoRight);

        assertThat(golden.get(GIVEN_NAME).value()).isEqualTo("Anneliese");
        assertThat(golden.get(FAMILY_NAME).value()).isEqualTo("Grünwald");
    }

    @Test
    void an_address_survives_as_a_whole() {
        var old = record("a", 50, 900, Map.of(STREET, "Am Hang 5", POSTCODE, "12043", CITY, "Berlin", COUNTRY, "DE"));
        var moved = record("b", 50, 0, Map.of(STREET, "Ring 1", POSTCODE, "1010", CITY, "Wien", COUNTRY, "AT"));
        var halfOld = record("c", 50, 800, Map.of(POSTCODE, "12043", CITY, "Berlin"));

        var golden = golden(old, moved, halfOld);

        assertThat(Attribute.ADDRESS)
                .allSatisfy(part -> assertThat(golden.get(part).origin()).isEqualTo(moved.origin()));
    }

    @Test
    void the_newest_address_survives_as_whoever_writes_it_best_has_it() {
        var newest = record("a", 50, 0, Map.of(STREET, "HAUPTSTR 5", POSTCODE, "12043", CITY, "BERLIN", COUNTRY, "DE"));
        var better =
                record("b", 50, 30, Map.of(STREET, "Hauptstraße 5", POSTCODE, "12043", CITY, "Berlin", COUNTRY, "DE"));
        var older = record("c", 90, 60, Map.of(STREET, "Ring 1", POSTCODE, "1010", CITY, "Wien", COUNTRY, "AT"));

        assertThat(value(STREET, newest, better, older)).isEqualTo("Hauptstraße 5");
    }

    @Test
    void a_postcode_that_does_not_fit_the_city_loses_to_one_that_does() {
        var hamm = Map.of(STREET, "Ring 102", CITY, "Hamm", COUNTRY, "DE");
        var faulty = record("a", 90, 0, with(hamm, POSTCODE, "57073"), Map.of(STREET, Standing.FAULTY));
        var right = record("b", 30, 60, with(hamm, POSTCODE, "59073"));

        assertThat(value(POSTCODE, faulty, right)).isEqualTo("59073");
        assertThat(value(POSTCODE, faulty)).isEqualTo("57073");
    }

    private static Map<Attribute, String> with(Map<Attribute, String> values, Attribute attribute, String value) {
        var all = new EnumMap<>(values);
        all.put(attribute, value);
        return all;
    }

    @Test
    void a_complete_address_beats_a_newer_one_with_gaps() {
        var complete =
                record("a", 30, 900, Map.of(STREET, "Am Hang 5", POSTCODE, "12043", CITY, "Berlin", COUNTRY, "DE"));
        var gaps = record("b", 90, 0, Map.of(POSTCODE, "1010", CITY, "Wien", COUNTRY, "AT"));

        assertThat(value(CITY, complete, gaps)).isEqualTo("Berlin");
        assertThat(value(CITY, gaps)).isEqualTo("Wien");
    }

    @Test
    void what_bounced_loses_to_what_did_not_and_is_never_golden() {
        var bounced = record("a", 90, 0, Map.of(EMAIL, "old@example.org"), Map.of(EMAIL, Standing.BOUNCED));
        var valid = record("b", 10, 900, Map.of(EMAIL, "new@example.org"));

        assertThat(value(EMAIL, bounced, valid)).isEqualTo("new@example.org");
        assertThat(golden(bounced)).doesNotContainKey(EMAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "noreply@example.org, ida@example.org",
        "ida@example.ed, ida@example.de",
        "info@example.org, ida@example.org",
        "ida+shop@example.org, ida@example.org"
    })
    void an_email_address_that_is_none_of_the_persons_loses(String worse, String better) {
        var trusted = record("a", 90, 0, Map.of(EMAIL, worse));
        var other = record("b", 10, 900, Map.of(EMAIL, better));

        assertThat(value(EMAIL, trusted, other)).isEqualTo(better);
    }

    @ParameterizedTest
    @CsvSource({"BIRTH_DATE, 1900-01-01", "BIRTH_DATE, 1970-01-01", "GIVEN_NAME, unbekannt", "FAMILY_NAME, nachname"})
    void placeholders_never_win(Attribute attribute, String placeholder) {
        assertThat(golden(record("a", 90, 0, Map.of(attribute, placeholder)))).doesNotContainKey(attribute);
    }

    @Test
    void a_language_that_a_source_only_assumes_loses_to_one_that_was_said() {
        var assumed = record("a", 90, 0, Map.of(LANGUAGE, "de"), Map.of(LANGUAGE, Standing.ASSUMED));
        var said = record("b", 30, 900, Map.of(LANGUAGE, "fr"));

        assertThat(value(LANGUAGE, assumed, said)).isEqualTo("fr");
        assertThat(value(LANGUAGE, assumed)).isEqualTo("de");
    }

    @Test
    void what_a_steward_sets_stands_unless_a_source_is_trusted_more() {
        var record = record("a", 80, 0, Map.of(FAMILY_NAME, "Müller"));

        assertThat(golden(record, steward(80, Map.of(FAMILY_NAME, "Lang"))).get(FAMILY_NAME))
                .isEqualTo(new GoldenValue("Lang", new Origin(new UUID(0, 1), "steward", "eva"), "manual", NOW));
        assertThat(value(FAMILY_NAME, record, steward(79, Map.of(FAMILY_NAME, "Lang"))))
                .isEqualTo("Müller");
    }

    @Test
    void a_value_keeps_the_day_on_which_it_became_golden() {
        var earlier = NOW.minusSeconds(1000);
        var record = record("a", 50, 0, Map.of(GIVEN_NAME, "Ida", MOBILE, "+491713920001"));
        var before = shipped.golden(List.of(record), Map.of(), earlier);
        var renamed = record("a", 50, 0, Map.of(GIVEN_NAME, "Eva", MOBILE, "+491713920001"));

        var after = shipped.golden(List.of(renamed), before, NOW);

        assertThat(after.get(GIVEN_NAME).since()).isEqualTo(NOW);
        assertThat(after.get(MOBILE).since()).isEqualTo(earlier);
        assertThat(after.get(MOBILE).rule()).isEqualTo("trust-freshness");
    }

    @Test
    void the_order_of_the_records_does_not_matter() {
        var records = new ArrayList<SourceValues>();
        for (int i = 0; i < 6; i++) {
            records.add(record(
                    "r" + i,
                    50,
                    0,
                    Map.of(GIVEN_NAME, List.of("Ida", "Eva").get(i % 2), EMAIL, "p" + i % 3 + "@example.org")));
        }
        var golden = shipped.golden(records, Map.of(), NOW);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(records, new java.util.Random(i));
            assertThat(shipped.golden(records, Map.of(), NOW)).isEqualTo(golden);
        }
    }

    @ParameterizedTest
    @CsvSource({"MOST_FREQUENT, Frequent", "MOST_RECENT, Recent", "SOURCE_ORDER, Trusted"})
    void a_setting_makes_another_strategy_decide(Strategy strategy, String survivor) {
        var rules = Rules.SHIPPED.with(Map.of(FAMILY_NAME, new Rule(strategy, Duration.ofDays(365))));
        var records = Arrays.asList(
                record("a", 30, 400, Map.of(FAMILY_NAME, "Frequent")),
                record("b", 30, 500, Map.of(FAMILY_NAME, "Frequent")),
                record("c", 40, 0, Map.of(FAMILY_NAME, "Recent")),
                record("d", 95, 600, Map.of(FAMILY_NAME, "Trusted")));

        var golden = new Survivorship(rules).golden(records, Map.of(), NOW);

        assertThat(golden.get(FAMILY_NAME).value()).isEqualTo(survivor);
        assertThat(golden.get(FAMILY_NAME).rule()).isEqualTo(strategy.code());
    }

    @Test
    void no_record_no_value() {
        assertThat(golden()).isEmpty();
        assertThat(golden(record("a", 50, 0, Map.of(BIRTH_DATE, "1986-07-25")))).containsOnlyKeys(BIRTH_DATE);
    }
}
