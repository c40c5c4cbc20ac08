package io.chancery.message.archive;

import java.time.Instant;

/**
 * A search that is made again and again.
 *
 * @param query as it is typed
 * @param shared whether others may use it
 * @param own whether it belongs to whoever asks
 */
record SavedSearch(String name, String query, boolean shared, boolean own, Instant changedAt) {}
