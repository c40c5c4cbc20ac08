package io.chancery.archive.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.InclusionProof;
import io.chancery.archive.log.Leaf;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the record as a leaf of the log, and the way from it to the root (RFC 9162 §2.1.3). All hashes are lower-case
 * hexadecimal.
 *
 * @param kind {@code event} or {@code document}
 * @param transaction that wrote the row, a number of 64 bits without a sign
 * @param id of the event; for a document that of the delivery
 * @param part of a document: 0 what was sent, 1 the page and 2 the PDF that its link leads to
 * @param storedSha256 of a document, as it is stored
 * @param position of the leaf, from 0
 * @param path null as long as no checkpoint covers the leaf
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeafProof(
        String kind,
        String transaction,
        UUID id,
        int part,
        @Nullable String storedSha256,
        String commitment,
        @Nullable Long position,
        @Nullable List<String> path) {

    /** Of a row that no checkpoint covers yet. */
    public static LeafProof pending(Leaf leaf) {
        return of(leaf, null, null);
    }

    static LeafProof of(Leaf leaf, InclusionProof proof) {
        return of(leaf, proof.index(), proof.path().stream().map(Hash::toString).toList());
    }

    private static LeafProof of(Leaf leaf, @Nullable Long position, @Nullable List<String> path) {
        return new LeafProof(
                leaf.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Long.toUnsignedString(leaf.transaction()),
                leaf.id(),
                leaf.part(),
                leaf.stored() == null ? null : leaf.stored().toString(),
                leaf.commitment().toString(),
                position,
                path);
    }

    /** The same leaf in another tree. */
    public LeafProof with(List<String> other) {
        return new LeafProof(kind, transaction, id, part, storedSha256, commitment, position, other);
    }
}
