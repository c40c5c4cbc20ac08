package io.chancery.archive.seal;

import io.chancery.archive.log.Leaf;

/** A row of the record, as a leaf of the log. */
public record LeafRow(Place place, Leaf leaf) {}
