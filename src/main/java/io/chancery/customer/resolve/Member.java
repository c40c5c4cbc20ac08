package io.chancery.customer.resolve;

import io.chancery.customer.matching.Traits;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record among those that may be one customer's.
 *
 * @param customer whose it has been so far; null if it is new
 * @param rule by which it came there
 */
public record Member(
        UUID id,
        String source,
        String externalId,
        Traits traits,
        @Nullable UUID customer,
        @Nullable String rule) {

    /** An order that has nothing to do with when a record came. */
    public static final Comparator<Member> BY_NAME =
            Comparator.comparing(Member::source).thenComparing(Member::externalId);
}
