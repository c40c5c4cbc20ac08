package io.chancery.customer.resolve;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that comes to another customer, or stays on other grounds.
 *
 * @param from whose it was; null if it is new
 * @param score how sure that is: the probability by which it matches its nearest record there; 1 if nothing was guessed
 * @param operation the act that moved it; null if it was the engine, after a change of a record
 */
public record Move(
        UUID record,
        String source,
        String externalId,
        @Nullable UUID from,
        UUID to,
        Grounds grounds,
        double score,
        @Nullable UUID operation) {

    /** Why a record belongs to its customer. */
    public enum Grounds {
        /** It is the customer's only record, or was the first. */
        OWN_RECORD("own-record", "auto"),
        /** It is alike enough. */
        MATCHED("matched", "auto"),
        /** A person decided. */
        DECIDED("decided", "manual");

        private final String rule;
        private final String origin;

        Grounds(String rule, String origin) {
            this.rule = rule;
            this.origin = origin;
        }

        public String rule() {
            return rule;
        }

        /** {@code auto} or {@code manual}. */
        public String origin() {
            return origin;
        }
    }
}
