package io.chancery.archive.blob;

/** A content that is about to be stored. */
public record Blob(BlobName name, byte[] content) {}
