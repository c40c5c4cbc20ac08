package io.chancery.archive.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.LeafKind;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf of the log is made of.
 *
 * @param kind letter of {@link LeafKind}
 * @param transaction that wrote the row, a number of 64 bits without a sign
 * @param storedSha256 of a document as it is stored, which is encrypted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeafLine(
        String kind,
        String transaction,
        UUID id,
        int part,
        @Nullable String storedSha256,
        String commitment) {

    public LeafLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(commitment, "commitment");
    }

    public static LeafLine of(Leaf leaf) {
        return new LeafLine(
                String.valueOf((char) leaf.kind().code()),
                Long.toUnsignedString(leaf.transaction()),
                leaf.id(),
                leaf.part(),
                leaf.stored() == null ? null : leaf.stored().toString(),
                leaf.commitment().toString());
    }

    /** @throws IllegalArgumentException if there is no such leaf */
    public Leaf leaf() {
        return new Leaf(
                kind(kind),
                Long.parseUnsignedLong(transaction),
                id,
                part,
                storedSha256 == null ? null : Hash.ofHexadecimal(storedSha256),
                Hash.ofHexadecimal(commitment));
    }

    private static LeafKind kind(String letter) {
        return Arrays.stream(LeafKind.values())
                .filter(kind -> letter.equals(String.valueOf((char) kind.code())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of leaf has the letter " + letter));
    }
}
