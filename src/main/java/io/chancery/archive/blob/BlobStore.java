package io.chancery.archive.blob;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Keeps contents, each written once and under a name of its own. */
interface BlobStore {

    /** What rows say of contents that lie here. */
    int number();

    /**
     * Takes contents before the rows that name them are inserted.
     *
     * @return what goes into the rows, in the same order
     * @throws BlobException if one of them is not safely there; nothing of them may be used then
     */
    List<BlobRow> keep(List<Blob> blobs);

    /**
     * Reads contents of rows that say that they lie here, and makes something of each; those that are gone are missing.
     *
     * @throws BlobException if the store does not answer
     */
    <T> Map<BlobName, T> read(List<BlobRow> rows, Function<byte[], T> reader);
}
