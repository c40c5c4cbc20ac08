package io.chancery.customer.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Which members of a component are one customer.
 *
 * @param clusterOf for each member the smallest index of its cluster
 * @param doubts sorted by their pairs
 */
public record Resolution(int[] clusterOf, List<Doubt> doubts) {

    public Resolution {
        doubts = List.copyOf(doubts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resolution that
                && Arrays.equals(clusterOf, that.clusterOf)
                && doubts.equals(that.doubts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(clusterOf) + doubts.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(clusterOf) + " " + doubts;
    }
}
