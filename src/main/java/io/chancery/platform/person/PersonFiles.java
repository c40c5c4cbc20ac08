package io.chancery.platform.person;

import java.util.Collection;
import java.util.UUID;

/** What was put down outside of the database for somebody to fetch: a bean of each feature that does so. */
public interface PersonFiles {

    /** Deletes what is still there of these deliveries. Called after their erasure is on record, until it has gone through once. */
    void delete(Collection<UUID> deliveryIds);
}
