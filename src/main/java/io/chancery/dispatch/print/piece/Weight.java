package io.chancery.dispatch.print.piece;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An estimate made of nominal weights; scales in the post office decide. */
public record Weight(BigDecimal grams) implements Comparable<Weight> {

    public static final Weight NONE = new Weight(BigDecimal.ZERO);

    /** Hundredths of a gram are beyond what paper keeps to. */
    private static final int DECIMALS = 2;

    public Weight {
        if (grams.signum() < 0) {
            throw new IllegalArgumentException("A weight is not negative");
        }
        grams = grams.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    public static Weight ofGrams(String grams) {
        return new Weight(new BigDecimal(grams));
    }

    public Weight plus(Weight other) {
        return new Weight(grams.add(other.grams));
    }

    public Weight times(int count) {
        return new Weight(grams.multiply(BigDecimal.valueOf(count)));
    }

    @Override
    public int compareTo(Weight other) {
        return grams.compareTo(other.grams);
    }
}
