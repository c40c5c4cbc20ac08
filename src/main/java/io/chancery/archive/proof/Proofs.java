package io.chancery.archive.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.archive.Evidence.DeliveryProof;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Tree;
import io.chancery.archive.seal.CheckpointTable;
import io.chancery.archive.seal.CheckpointTable.Row;
import io.chancery.archive.seal.LeafRow;
import io.chancery.archive.seal.LeafRows;
import io.chancery.archive.seal.SealTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Proves that rows of the record are in the log, and that the log has only grown. */
@ApplicationScoped
public class Proofs {

    private final LeafRows rows;
    private final SealTable seals;
    private final CheckpointTable checkpoints;

    Proofs(LeafRows rows, SealTable seals, CheckpointTable checkpoints) {
        this.rows = rows;
        this.seals = seals;
        this.checkpoints = checkpoints;
    }

    /**
     * A checkpoint, and the proof that it begins with all of the one before (RFC 9162 §2.1.4).
     *
     * @param timeStamp token of RFC 3161 over the SHA-256 of the note; null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsistentCheckpoint(long no, String note, List<String> consistency, byte @Nullable [] timeStamp) {}

    /** Empty if nothing is on record of the delivery. */
    @Transactional
    public Optional<DeliveryProof> of(UUID deliveryId) {
        var found = rows.ofDelivery(deliveryId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var last = checkpoints.last();
        var tree = last.map(row -> new Tree(row.size(), seals));
        var leaves = found.stream()
                .map(row -> tree.flatMap(grown -> proof(row, grown, last.get().size()))
                        .orElseGet(() -> LeafProof.pending(row.leaf())))
                .toList();
        return Optional.of(new DeliveryProof(deliveryId, last.map(Row::note).orElse(null), leaves));
    }

    private Optional<LeafProof> proof(LeafRow row, Tree tree, long size) {
        var position = position(row);
        return position.isPresent() && position.getAsLong() < size
                ? Optional.of(LeafProof.of(row.leaf(), tree.inclusion(position.getAsLong())))
                : Optional.empty();
    }

    /** By its name: whether the leaf there is still what the row says is for the path to prove. */
    private OptionalLong position(LeafRow row) {
        return seals.of(row.place()).stream()
                .flatMapToLong(seal -> IntStream.range(0, seal.leaves().size())
                        .filter(i -> seal.leaves().get(i).names(row.leaf()))
                        .mapToLong(i -> seal.first() + i))
                .findFirst();
    }

    /** The checkpoints after one, in their order. */
    @Transactional
    public List<ConsistentCheckpoint> checkpoints(long after, int limit) {
        var sizes = new HashMap<Long, Long>();
        checkpoints.find(after).ifPresent(row -> sizes.put(row.no(), row.size()));
        var found = checkpoints.after(after, limit);
        found.forEach(row -> sizes.put(row.no(), row.size()));
        var tokens = checkpoints.timeStamps(after + 1, after + limit);
        return found.stream()
                .map(row -> new ConsistentCheckpoint(
                        row.no(),
                        row.note(),
                        new Tree(row.size(), seals)
                                .consistency(sizes.getOrDefault(row.no() - 1, 0L)).path().stream()
                                        .map(Hash::toString)
                                        .toList(),
                        tokens.get(row.no())))
                .toList();
    }
}
