package io.chancery.customer.matching;

import static io.chancery.customer.matching.People.named;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraitsTest {

    private static final People RICH = named("Hans-Peter", "Müller-Lüdenscheidt jun.")
            .salutation("Herr")
            .birthName("Größe")
            .identifier("crm", "K 10-0115")
            .born("1966-02-03")
            .at("Schulstraße 5 a", "12043", "Berlin")
            .email("h.p|x@example.org")
            .mobile("+491713920001")
            .landline("+493023125000");

    @Test
    void a_text_is_read_back_as_it_was_written() {
        var traits = RICH.traits();

        assertThat(Traits.parse(traits.text())).isEqualTo(traits);
        assertThat(Traits.parse(traits.text()).text()).isEqualTo(traits.text());
        assertThat(traits.text()).doesNotContain("\n").isEqualTo("""
                hans peter|muller ludenscheidt|grosse||m|j|19660203|schulstr|5a|12043|berlin|de|h.p!x@example.org\
                |491713920001|493023125000|crm=k100115""");
    }

    @Test
    void a_record_that_says_nothing_has_a_text_too() {
        var nothing = named("", "").at(null, "", "").traits();

        assertThat(Traits.parse(nothing.text())).isEqualTo(nothing);
    }

    @Test
    void different_spellings_of_one_thing_are_equal() {
        var one =
                named("Jürgen", "Groß").at("Hauptstraße 5A", "12043", "MÜNCHEN").traits();
        var other = named("JUERGEN", "Gross")
                .at("Hauptstr. 5 a", "12043", "Muenchen")
                .traits();

        assertThat(other).isEqualTo(one);
    }

    @Test
    void a_mobile_number_that_the_plan_does_not_know_is_no_landline() {
        assertThat(named("Ida", "Falk").landline("+491521810316").traits())
                .isEqualTo(named("Ida", "Falk").mobile("+491521810316").traits());
    }

    @Test
    void a_north_american_number_may_be_of_a_mobile_unless_it_is_free_of_charge() {
        assertThat(named("Ida", "Falk").landline("+17025550100").traits())
                .isEqualTo(named("Ida", "Falk").mobile("+17025550100").traits());
        assertThat(named("Ida", "Falk").landline("+18005550100").traits())
                .isNotEqualTo(named("Ida", "Falk").mobile("+18005550100").traits());
    }

    @Test
    void the_first_and_the_second_are_of_two_generations() {
        assertThat(named("Karl I", "Falk").traits())
                .isEqualTo(named("Karl", "Falk sen.").traits());
        assertThat(named("Karl II", "Falk").traits())
                .isEqualTo(named("Karl", "Falk jun.").traits());
    }

    @Test
    void a_firm_in_the_field_of_a_name_is_a_firm() {
        assertThat(named("", "Falk & Söhne GmbH").traits().text()).startsWith("|||falk sohne|");
    }

    @Test
    void what_follows_a_plus_sign_is_no_part_of_the_mailbox() {
        assertThat(named("", "").email("ida+shop@example.org").traits())
                .isEqualTo(named("", "").email("ida@example.org").traits());
    }

    @Test
    void traits_do_not_show_personal_data_in_a_log() {
        assertThat(RICH.traits()).hasToString("Traits");
    }
}
