package io.chancery.archive.blob;

import org.jspecify.annotations.Nullable;

/**
 * What the row of a document has of its content.
 *
 * @param store where it lies, as {@link BlobStore#number} says
 * @param content null if it does not lie in the row
 */
public record BlobRow(BlobName name, int store, byte @Nullable [] content) {}
