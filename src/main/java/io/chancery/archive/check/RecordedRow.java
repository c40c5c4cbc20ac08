package io.chancery.archive.check;

import io.chancery.archive.log.Leaf;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record as it is now.
 *
 * @param name for people
 * @param deliveryId that it is of; null if it is of none
 * @param fault what is wrong with it in itself, in words; null if nothing is
 */
record RecordedRow(
        Leaf leaf,
        String name,
        @Nullable UUID deliveryId,
        @Nullable String fault) {

    RecordedRow with(String found) {
        return new RecordedRow(leaf, name, deliveryId, found);
    }
}
