package io.chancery.customer.resolve;

import java.util.Locale;

/**
 * One thing that is known about two records.
 *
 * @param weight in bits; a decision has none
 */
public record Known(RecordPair pair, Kind kind, double weight) {

    /** Who knows it. */
    public enum Kind {
        /** Compared by the model. */
        WEIGHED,
        /** A person said: one customer. */
        SAME,
        /** A person said: two customers. */
        DIFFERENT;

        /** Lower case, as kept. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is reason enough to look at the two records together. */
    public boolean joins(double clusterWeight) {
        return kind == Kind.SAME || kind == Kind.WEIGHED && weight >= clusterWeight;
    }
}
