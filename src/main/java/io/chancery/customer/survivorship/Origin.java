package io.chancery.customer.survivorship;

import java.util.UUID;

/**
 * Who said it.
 *
 * @param id of the source record; for a value that a steward set, of the customer for whom it was set
 * @param externalId the source's own id of the record; for a steward's value the steward
 */
public record Origin(UUID id, String source, String externalId) {

    /** The pseudo-source of values that people set by hand. */
    public static final String STEWARD = "steward";

    public boolean isSteward() {
        return source.equals(STEWARD);
    }
}
