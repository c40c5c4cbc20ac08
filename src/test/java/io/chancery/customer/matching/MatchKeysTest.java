package io.chancery.customer.matching;

import static io.chancery.customer.matching.People.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchKeysTest {

    private static boolean share(People a, People b) {
        var others = MatchKeys.of(b.traits());
        return Arrays.stream(MatchKeys.of(a.traits())).anyMatch(key -> Arrays.binarySearch(others, key) >= 0);
    }

    @ParameterizedTest
    @CsvSource({
        "Ida, Falkenberg, Ida, Falkenbreg, 12043",
        "Ida, Falkenberg, Idda, Falkenberg, 12043",
        "Ida, Falkenberg, Falkenberg, Ida, 10115",
        "Johannes, Meier, Hannes, Meier, 10115",
        "Ursula, Maier, Uschi, Mayer, 12043"
    })
    void a_slip_does_not_hide_a_record(
            String given, String family, String otherGiven, String otherFamily, String postcode) {
        var one = named(given, family).at(null, "12043", "Berlin");
        var other = named(otherGiven, otherFamily).at(null, postcode, "");

        assertThat(share(one, other)).isTrue();
    }

    @Test
    void neither_name_nor_town_is_needed() {
        var home = named("Ida", "Falk").at("Schulstr. 5", "12043", "Berlin");
        var born = named("Ida", "Falk").born("1966-02-03").at("Schulstr. 5", "12043", "Berlin");

        assertThat(share(home, named("杰", "王").at("Schulstraße 5", "", ""))).isTrue();
        assertThat(share(born, named("E.", "Olm").born("1966-02-03").at("Schulstraße", "", "")))
                .isTrue();
    }

    @Test
    void a_firm_is_found_by_the_sound_of_its_name() {
        assertThat(share(
                        named("", "Falkenkranz GmbH").at(null, "12043", ""),
                        named("", "Falkenkrants GmbH").at(null, "12043", "")))
                .isTrue();
    }

    @Test
    void keys_are_few_sorted_and_distinct() {
        for (var traits : new InventedPeople(5).traits()) {
            var keys = MatchKeys.of(traits);

            assertThat(keys)
                    .hasSizeLessThanOrEqualTo(13)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .doesNotContain(0);
        }
    }

    @Test
    void strangers_share_none() {
        var one = named("Ida", "Falk").at("Schulstr. 5", "12043", "Berlin").email("ida@example.org");
        var other = named("Otto", "Grau").at("Am Hang 7", "80331", "München").email("otto@example.org");

        assertThat(share(one, other)).isFalse();
        assertThat(MatchKeys.of(named("", "").at(null, "", "").traits())).isEmpty();
    }

    @Test
    void equal_records_have_one_identity() {
        assertThat(MatchKeys.identity(named("Ida", "Falk").traits()))
                .isEqualTo(MatchKeys.identity(named("IDA", "Falk").traits()))
                .isNotEqualTo(MatchKeys.identity(named("Ida", "Falke").traits()));
    }
}
