package io.chancery.customer.matching;

import static io.chancery.customer.matching.People.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chancery.customer.matching.compare.Attribute;
import org.junit.jupiter.api.Test;

class PatternTest {

    private static final MatchModel MODEL = MatchModel.initial();
    private static final Traits IDA = named("Ida", "Falk")
            .born("1966-02-03")
            .at("Schulstr. 5", "12043", "Berlin")
            .email("ida@example.org")
            .traits();
    private static final Traits UNKNOWN =
            named("I.", "Falck").born("1966-03-02").email("ida@example.com").traits();

    @Test
    void a_pattern_has_the_levels_of_the_comparison() {
        var comparison = MODEL.compare(IDA, UNKNOWN);
        var pattern = Pattern.of(comparison, MODEL.terms());

        for (var attribute : Attribute.values()) {
            assertThat(pattern.level(attribute.ordinal())).isEqualTo(comparison.level(attribute.ordinal()));
        }
    }

    @Test
    void a_pattern_says_as_much_as_the_comparison_to_half_a_bit() {
        var comparison = MODEL.compare(IDA, IDA);

        assertThat(MODEL.evidence(Pattern.of(comparison, MODEL.terms())).match())
                .isCloseTo(MODEL.evidence(comparison).match(), within(.25));
    }

    @Test
    void only_a_shared_value_is_rare() {
        var pattern = Pattern.of(MODEL.compare(IDA, IDA), MODEL.terms());
        var other = Pattern.of(MODEL.compare(IDA, UNKNOWN), MODEL.terms());

        assertThat(pattern.isRare(Attribute.EMAIL.ordinal())).isTrue();
        assertThat(pattern.isRare(Attribute.MOBILE.ordinal())).isFalse();
        assertThat(other.isRare(Attribute.EMAIL.ordinal())).isFalse();
    }
}
