package io.chancery.customer.matching;

/**
 * How alike two members of a component are.
 *
 * @param a index of a member, smaller than b
 * @param weight in bits, as of {@link MatchModel#weight}
 */
public record Edge(int a, int b, double weight) {

    public Edge {
        if (a < 0 || a >= b) {
            throw new IllegalArgumentException("An edge leads from a smaller to a greater index: " + a + ", " + b);
        }
    }
}
