package io.chancery.customer.matching.compare;

import io.chancery.customer.matching.compare.Attribute.Level;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How often each level of each attribute is seen, by attribute and level: of two records of one customer, of two members of one
 * household, and of two strangers.
 */
public record Rates(double[][] match, double[][] household, double[][] stranger) {

    /** What is shipped. */
    public static Rates initial() {
        return new Rates(table(Level::match), table(Level::household), table(Level::stranger));
    }

    private static double[][] table(ToDoubleFunction<Level> figure) {
        var table = new double[Attribute.values().length][];
        for (var attribute : Attribute.values()) {
            table[attribute.ordinal()] =
                    attribute.levels().stream().mapToDouble(figure).toArray();
        }
        return table;
    }

    /** Whether there is a figure for each level of each attribute, and no other. */
    public boolean fitsAttributes() {
        return Stream.of(match, household, stranger).allMatch(Rates::fits);
    }

    private static boolean fits(double[][] table) {
        return table.length == Attribute.values().length
                && Stream.of(Attribute.values())
                        .allMatch(attribute -> table[attribute.ordinal()].length
                                == attribute.levels().size());
    }

    /** Of a term level only the first part: the bits of the term come on top. */
    public double[][] matchBits() {
        return bits(match);
    }

    public double[][] householdBits() {
        return bits(household);
    }

    private double[][] bits(double[][] figures) {
        var bits = new double[figures.length][];
        for (var attribute : Attribute.values()) {
            int a = attribute.ordinal();
            bits[a] = new double[figures[a].length];
            for (int level = 0; level < bits[a].length; level++) {
                boolean term = attribute.levels().get(level).term();
                bits[a][level] = Math.log(figures[a][level] / (term ? 1 : stranger[a][level])) / Math.log(2);
            }
        }
        return bits;
    }
}
