package io.chancery.customer.record;

import io.chancery.vocabulary.Ucid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source record as it is on record now.
 *
 * @param quality 0 to 100; null until it was looked at
 * @param ucid of the customer it belongs to
 */
public record KeptRecord(
        UUID id, RecordVersion current, @Nullable Integer quality, Ucid ucid) {}
