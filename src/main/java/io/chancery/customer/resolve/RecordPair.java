package io.chancery.customer.resolve;

import java.util.UUID;

/** Two records, whatever their order. Ids are of version 7, so Java orders them as PostgreSQL does. */
public record RecordPair(UUID a, UUID b) {

    /** @throws IllegalArgumentException if both are the same record */
    public RecordPair {
        int order = a.compareTo(b);
        if (order == 0) {
            throw new IllegalArgumentException("A pair has two records");
        }
        if (order > 0) {
            var first = b;
            b = a;
            a = first;
        }
    }
}
