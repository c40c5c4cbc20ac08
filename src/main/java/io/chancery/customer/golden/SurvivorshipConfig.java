package io.chancery.customer.golden;

import io.chancery.customer.survivorship.Rules;
import io.chancery.customer.survivorship.Rules.Rule;
import io.chancery.customer.survivorship.Strategy;
import io.chancery.vocabulary.Attribute;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By what golden values are chosen, where it is not as shipped. */
@ConfigMapping(prefix = "chancery.customer.survivorship")
interface SurvivorshipConfig {

    /**
     * By attribute ({@code given-name}, {@code email}, …; {@code address} for all of it), such as
     * {@code chancery.customer.survivorship.rules.email.strategy=most-recent}.
     */
    Map<String, AttributeRule> rules();

    /** What differs from the shipped rule of the attribute. */
    interface AttributeRule {

        /** {@code most-frequent}, {@code most-recent}, {@code source-order} or {@code trust-freshness}. */
        Optional<String> strategy();

        /** After which the voice of a record weighs half as much as that of the newest. */
        Optional<Duration> halfLife();
    }

    /** The shipped rules with these settings. */
    default Rules toRules() {
        var changed = new EnumMap<Attribute, Rule>(Attribute.class);
        rules().forEach((name, setting) -> {
            var attribute = name.equals(ManualValueTable.ADDRESS)
                    ? Attribute.STREET
                    : Attribute.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            var shipped = Rules.SHIPPED.rules().get(attribute);
            if (shipped == null) {
                throw new IllegalArgumentException("There is no rule for " + name + "; an address has one: address");
            }
            var strategy = setting.strategy().map(Strategy::of).orElse(shipped.strategy());
            changed.put(attribute, new Rule(strategy, setting.halfLife().orElse(shipped.halfLife())));
        });
        return Rules.SHIPPED.with(changed);
    }
}
