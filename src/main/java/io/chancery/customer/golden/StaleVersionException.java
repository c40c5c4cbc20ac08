package io.chancery.customer.golden;

import io.chancery.platform.ProblemException;
import java.util.List;

/** The golden record is not what the caller has seen. */
public final class StaleVersionException extends ProblemException {

    StaleVersionException(long version) {
        super(409, "stale-version", "The golden record has changed; it is at version " + version, List.of());
    }
}
