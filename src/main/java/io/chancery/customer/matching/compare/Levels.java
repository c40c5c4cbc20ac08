package io.chancery.customer.matching.compare;

import java.util.Arrays;

/** The outcome of a comparison while it is being made. */
final class Levels {

    private static final int ATTRIBUTES = Attribute.values().length;

    private final Terms terms;
    private final byte[] levels = new byte[ATTRIBUTES];
    private final float[] bits = new float[ATTRIBUTES];

    Levels(Terms terms) {
        this.terms = terms;
        Arrays.fill(levels, (byte) Comparison.NOTHING);
    }

    int level(int attribute) {
        return levels[attribute];
    }

    float bits(int attribute) {
        return bits[attribute];
    }

    void set(Attribute attribute, String level) {
        levels[attribute.ordinal()] = (byte) attribute.level(level);
    }

    /** @param table where the shared value was counted */
    void set(Attribute attribute, String level, Attribute table, String term) {
        set(attribute, level);
        bits[attribute.ordinal()] = terms.bits(table, term);
    }

    /** The value that more records have. */
    String commoner(Attribute attribute, String one, String other) {
        return terms.bits(attribute, one) <= terms.bits(attribute, other) ? one : other;
    }

    boolean areFrequent(Attribute attribute, String one, String other) {
        return terms.isFrequent(attribute, one) && terms.isFrequent(attribute, other);
    }

    /** Whether one of them stands for no value. */
    boolean isGeneric(Attribute attribute, String one, String other) {
        return terms.isGeneric(attribute, one) || terms.isGeneric(attribute, other);
    }
}
