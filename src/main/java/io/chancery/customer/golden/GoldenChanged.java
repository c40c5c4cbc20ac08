package io.chancery.customer.golden;

import io.chancery.customer.survivorship.GoldenValue;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Ucid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Golden values of customers changed, or customers have other records. Fired in the transaction that does so. */
public record GoldenChanged(List<Change> changes) {

    /**
     * What changed for one customer.
     *
     * @param version of the golden record after the change
     * @param values those that are not as before; none if only the records are others
     * @param regrouped whether the customer has other records than before
     */
    public record Change(UUID customerId, Ucid ucid, long version, Map<Attribute, Values> values, boolean regrouped) {}

    /**
     * A value before and after.
     *
     * @param before null if there was none
     * @param after null if there is none any more
     */
    public record Values(
            @Nullable GoldenValue before, @Nullable GoldenValue after) {}
}
