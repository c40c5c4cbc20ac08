package io.chancery.template.life;

import io.chancery.template.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A version in the making.
 *
 * @param revision moves with every change
 * @param files by their path below the folder of the template or brand; of a block its one file
 * @param editors everybody who changed it
 */
record Draft(
        SourceKey source, long revision, SortedMap<String, byte[]> files, List<String> editors, Instant editedAt) {}
