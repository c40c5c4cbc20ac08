package io.chancery.archive.document;

import io.chancery.archive.log.Hash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the archive with what can be read of it.
 *
 * @param tx that wrote it
 * @param size of the bytes that were sent, as the row says
 * @param clear null if nobody can read it: the customer was erased, or it was tampered with
 */
public record OpenedDocument(
        String tx,
        int part,
        UUID customerId,
        String mediaType,
        int size,
        Instant archivedAt,
        Stored stored,
        @Nullable Clear clear) {

    /**
     * How it lies there.
     *
     * @param sha256 of the bytes as they are stored, as the row says
     * @param contextSha256 of what they were made of, as it is stored
     */
    public record Stored(Hash sha256, Hash contextSha256, Hash commitment) {}

    /**
     * What was sent.
     *
     * @param context what it was made of, in JSON
     * @param recipient whom it was sent to; empty if it does not say
     */
    public record Clear(byte[] content, byte[] context, String recipient) {}
}
