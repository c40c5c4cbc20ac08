package io.chancery.customer.matching;

import io.chancery.customer.matching.compare.Attribute;
import io.chancery.customer.matching.compare.Comparison;
import io.chancery.customer.matching.compare.Terms;

/**
 * How two records agree, as far as learning needs it: of many pairs there are few patterns.
 *
 * @param levels four bits for each attribute, 0 when one of the records does not say
 * @param rare one bit for each attribute whose shared value hardly anybody else has
 * @param halfBits how unlikely the shared values are all together, in halves of a bit
 */
record Pattern(long levels, int rare, int halfBits) {

    private static final int ATTRIBUTES = Attribute.values().length;
    private static final int WIDTH = 4;
    private static final int MASK = (1 << WIDTH) - 1;

    static Pattern of(Comparison comparison, Terms terms) {
        long levels = 0;
        int rare = 0;
        float bits = 0;
        for (int a = 0; a < ATTRIBUTES; a++) {
            int level = comparison.level(a);
            levels |= (level + 1L) << (WIDTH * a);
            bits += comparison.bits(a);
            if (level == 0 && comparison.bits(a) >= terms.restBits(a) - 1) {
                rare |= 1 << a;
            }
        }
        return new Pattern(levels, rare, Math.round(bits * 2));
    }

    /** As of {@link Comparison#level}. */
    int level(int attribute) {
        return (int) (levels >>> (WIDTH * attribute) & MASK) - 1;
    }

    boolean isRare(int attribute) {
        return (rare & 1 << attribute) != 0;
    }

    double bits() {
        return halfBits / 2.0;
    }
}
