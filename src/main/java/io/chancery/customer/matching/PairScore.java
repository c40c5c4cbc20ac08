package io.chancery.customer.matching;

import java.util.List;

/**
 * Why two records are as alike as they are. The weight is the prior, «before», plus the weights of the levels.
 *
 * @param weight in bits
 * @param levels only of attributes that both records have, and of what speaks for or against the pair as a whole
 */
public record PairScore(double weight, List<Level> levels) {

    /**
     * What one attribute says.
     *
     * @param attribute kebab-case
     * @param level kebab-case and stable, such as {@code exact} or {@code nickname}
     * @param weight in bits; negative when it speaks against the pair
     */
    public record Level(String attribute, String level, double weight) {}

    public PairScore {
        levels = List.copyOf(levels);
    }
}
