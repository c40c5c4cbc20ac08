package io.chancery.archive.check;

import io.chancery.archive.log.Leaf;
import io.chancery.archive.seal.Place;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record as it is now.
 *
 * @param name for people
 * @param fault what is wrong with it in itself, in words; null if nothing is
 */
record RecordedRow(
        Place place, Leaf leaf, String name, @Nullable String fault) {}
