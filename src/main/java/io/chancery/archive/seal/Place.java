package io.chancery.archive.seal;

import java.util.UUID;

/**
 * Where a row stands in the order in which leaves are sealed: by the transaction that wrote it, then by what it is.
 *
 * @param tx id of the transaction, as the database writes it
 * @param kind code of the kind of leaf
 */
public record Place(String tx, int kind, UUID id, int part) {

    /** Before all others. */
    public static final Place START = new Place("0", 0, new UUID(0, 0), 0);

    /** The transaction as a number of 64 bits without a sign. */
    public long transaction() {
        return Long.parseUnsignedLong(tx);
    }
}
