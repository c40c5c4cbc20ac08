package io.chancery.archive.check;

import io.chancery.archive.expiry.Deletions;
import io.chancery.archive.expiry.Deletions.Document;
import io.chancery.archive.expiry.Deletions.Gone;
import io.chancery.archive.log.LeafKind;
import io.chancery.archive.seal.SealedLeaf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leaves whose rows have expired: what stays of them, as long as their deletion is on record. */
@ApplicationScoped
class Tombstones {

    private final Deletions deletions;

    Tombstones(Deletions deletions) {
        this.deletions = deletions;
    }

    /** Those of missing rows whose deletion is not on record. */
    List<SealedLeaf> unexplained(Collection<SealedLeaf> missing) {
        var gone = deletions.gone(idsOf(missing, LeafKind.DOCUMENT), idsOf(missing, LeafKind.EVENT));
        return missing.stream().filter(leaf -> !isGone(leaf, gone)).toList();
    }

    private static Set<UUID> idsOf(Collection<SealedLeaf> leaves, LeafKind kind) {
        return leaves.stream()
                .filter(leaf -> leaf.kind() == kind.code())
                .map(SealedLeaf::id)
                .collect(Collectors.toSet());
    }

    private static boolean isGone(SealedLeaf leaf, Gone gone) {
        return leaf.kind() == LeafKind.EVENT.code()
                        && leaf.part() == 0
                        && gone.events().contains(leaf.id())
                || leaf.kind() == LeafKind.DOCUMENT.code()
                        && gone.documents().contains(new Document(leaf.id(), leaf.part()));
    }

    /**
     * Those of rows whose deletion is on record.
     *
     * @param again reads the rows once more: what was deleted while they were read is no more there then
     */
    List<RecordedRow> standing(List<RecordedRow> found, Supplier<List<RecordedRow>> again) {
        var deleted = deletions.gone(deliveriesOf(found), Set.of()).deliveries();
        return deleted.isEmpty()
                ? List.of()
                : again.get().stream()
                        .filter(row -> row.deliveryId() != null && deleted.contains(row.deliveryId()))
                        .toList();
    }

    private static Set<UUID> deliveriesOf(List<RecordedRow> found) {
        return found.stream()
                .flatMap(row -> Stream.ofNullable(row.deliveryId()))
                .collect(Collectors.toSet());
    }
}
