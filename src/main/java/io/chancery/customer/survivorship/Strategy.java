package io.chancery.customer.survivorship;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** By what a value wins. Each record has a voice; the strategy says how much it weighs. */
public enum Strategy {
    /** Each record counts; trust and freshness only break ties. Near-equal spellings count together, the fullest wins. */
    MOST_FREQUENT {
        @Override
        double weight(int trust, Duration age, Duration halfLife) {
            return 1 + 0.2 * trust / 100 + 0.1 * freshness(age, halfLife);
        }
    },
    /** The newest record decides. */
    MOST_RECENT {
        @Override
        double weight(int trust, Duration age, Duration halfLife) {
            return 1.0 / (1 + age.toMillis()) + trust / 1e16;
        }
    },
    /** The most trusted source decides. */
    SOURCE_ORDER {
        @Override
        double weight(int trust, Duration age, Duration halfLife) {
            return 1 + trust + 0.5 * freshness(age, halfLife);
        }
    },
    /** Trust that fades with age; those who agree add up. */
    TRUST_FRESHNESS {
        @Override
        double weight(int trust, Duration age, Duration halfLife) {
            return (60 + trust) / 160.0 * freshness(age, halfLife);
        }
    };

    /**
     * What a record's voice weighs.
     *
     * @param age behind the customer's newest record, so that the choice does not depend on when it is made
     * @param halfLife after which a voice weighs half
     */
    abstract double weight(int trust, Duration age, Duration halfLife);

    /** Whether voices for the same value add up; otherwise the strongest single voice decides. */
    boolean addsUp() {
        return this == MOST_FREQUENT || this == TRUST_FRESHNESS;
    }

    static double freshness(Duration age, Duration halfLife) {
        return Math.pow(0.5, (double) age.toMillis() / halfLife.toMillis());
    }

    static Duration age(Instant at, Instant newest) {
        return at.isBefore(newest) ? Duration.between(at, newest) : Duration.ZERO;
    }

    /** As it stands in settings and in lineage: lower case, with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such strategy */
    public static Strategy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
