package io.chancery.archive.check;

import io.chancery.archive.Evidence.DeliveryProof;
import io.chancery.archive.Evidence.Step;
import io.chancery.archive.Evidence.Step.Kind;
import io.chancery.archive.Evidence.Verdict;
import io.chancery.archive.Evidence.Verification;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.InclusionProof;
import io.chancery.archive.log.Tree;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.NoteException;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.log.time.TimeStampException;
import io.chancery.archive.proof.LeafProof;
import io.chancery.archive.seal.CheckpointTable;
import io.chancery.archive.seal.CheckpointTable.Row;
import io.chancery.archive.seal.LeafRow;
import io.chancery.archive.seal.LeafRows;
import io.chancery.archive.seal.LogKey;
import io.chancery.archive.seal.Place;
import io.chancery.archive.seal.SealTable;
import io.chancery.archive.stamp.TrustedAuthorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks one delivery: reads its rows again, climbs from the leaf of each to the root of the signed checkpoint, and sees
 * what a time-stamping authority has said about that.
 */
@ApplicationScoped
public class DeliveryCheck {

    private final LeafRows leaves;
    private final RecordedRows rows;
    private final SealTable seals;
    private final CheckpointTable checkpoints;
    private final LogKey key;
    private final TrustedAuthorities authorities;

    DeliveryCheck(
            LeafRows leaves,
            RecordedRows rows,
            SealTable seals,
            CheckpointTable checkpoints,
            LogKey key,
            TrustedAuthorities authorities) {
        this.leaves = leaves;
        this.rows = rows;
        this.seals = seals;
        this.checkpoints = checkpoints;
        this.key = key;
        this.authorities = authorities;
    }

    /** @param proof of the delivery, as it would be handed out */
    @Transactional
    public Verification verify(DeliveryProof proof) {
        var own = leaves.ofDelivery(proof.deliveryId());
        var opened = open(proof.checkpoint());
        var steps = new ArrayList<Step>();
        steps.add(rows(own));
        steps.add(inclusion(own, proof.leaves(), opened.checkpoint()));
        steps.add(opened.step());
        steps.add(timeStamp(own, proof.leaves()));
        return new Verification(proof.deliveryId(), steps);
    }

    /** What is stored now is what its writer has committed to. */
    private Step rows(List<LeafRow> own) {
        var faults = new ArrayList<String>();
        for (var row : own) {
            var place = row.place();
            var before = new Place(place.tx(), place.kind(), place.id(), place.part() - 1);
            var found = rows.between(before, place);
            if (found.isEmpty()) {
                faults.add("row " + place.id() + " is gone");
            }
            found.stream()
                    .map(RecordedRow::fault)
                    .filter(Objects::nonNull)
                    .map(fault -> "row " + place.id() + ": " + fault)
                    .forEach(faults::add);
        }
        return step(Kind.ROWS, faults, own.size());
    }

    private static Step step(Kind kind, List<String> faults, long count) {
        return faults.isEmpty()
                ? new Step(kind, Verdict.HOLDS, count, "", null)
                : new Step(kind, Verdict.BROKEN, count, String.join("; ", faults), null);
    }

    /** The way from each leaf leads to the root that was signed. */
    private static Step inclusion(List<LeafRow> own, List<LeafProof> proofs, @Nullable Checkpoint checkpoint) {
        var hashes = hashes(own);
        var faults = new ArrayList<String>();
        long pending = 0;
        for (var proof : proofs) {
            if (proof.path() == null || proof.position() == null || checkpoint == null) {
                pending++;
            } else if (!leads(
                    proof.position(),
                    proof.path(),
                    hashes.get(name(proof.kind(), proof.id(), proof.part())),
                    checkpoint)) {
                faults.add(proof.kind() + " " + proof.id() + " is not what was sealed");
            }
        }
        if (faults.isEmpty() && pending > 0) {
            return new Step(Kind.INCLUSION, Verdict.PENDING, pending, "", null);
        }
        return step(Kind.INCLUSION, faults, proofs.size());
    }

    private static boolean leads(long position, List<String> path, @Nullable Hash hash, Checkpoint to) {
        var way = new InclusionProof(
                position, to.size(), path.stream().map(Hash::ofHexadecimal).toList());
        return hash != null && way.holds(hash, to.root());
    }

    private static Map<String, Hash> hashes(List<LeafRow> own) {
        return own.stream()
                .map(LeafRow::leaf)
                .collect(Collectors.toMap(
                        leaf -> name(LeafProof.pending(leaf).kind(), leaf.id(), leaf.part()),
                        leaf -> leaf.hash(),
                        (one, same) -> one));
    }

    private static String name(String kind, UUID id, int part) {
        return kind + " " + id + " " + part;
    }

    /** A note, if its signature is ours. */
    private record Opened(@Nullable Checkpoint checkpoint, Step step) {}

    private Opened open(@Nullable String note) {
        if (note == null) {
            return new Opened(null, new Step(Kind.SIGNATURE, Verdict.PENDING, 0, "", null));
        }
        try {
            var checkpoint = Checkpoint.open(note, VerifierKey.parse(key.verifier()));
            var made = checkpoints.last().map(Row::madeAt).orElse(null);
            return new Opened(
                    checkpoint, new Step(Kind.SIGNATURE, Verdict.HOLDS, checkpoint.size(), checkpoint.origin(), made));
        } catch (NoteException e) {
            return new Opened(null, new Step(Kind.SIGNATURE, Verdict.BROKEN, 0, String.valueOf(e.getMessage()), null));
        }
    }

    /** Somebody from outside says when the log was so long that it had all of this. */
    private Step timeStamp(List<LeafRow> own, List<LeafProof> proofs) {
        var trusted = authorities.find();
        var stamped = checkpoints.lastStamped().flatMap(last -> checkpoints.find(last.no()));
        if (trusted.isEmpty()) {
            return new Step(Kind.TIME_STAMP, Verdict.ABSENT, 0, "", null);
        }
        if (stamped.isEmpty() || !covers(stamped.get(), proofs)) {
            return new Step(Kind.TIME_STAMP, Verdict.PENDING, 0, "", null);
        }
        try {
            var row = stamped.get();
            var note = SignedNote.parse(row.note());
            var stamp = trusted.get().verify(checkpoints.findTimeStamp(row.no()).orElseThrow(), note.hash());
            var checkpoint = Checkpoint.open(row.note(), VerifierKey.parse(key.verifier()));
            var within = inclusion(own, within(proofs, row.size()), checkpoint);
            return within.verdict() == Verdict.HOLDS
                    ? new Step(Kind.TIME_STAMP, Verdict.HOLDS, row.size(), stamp.authority(), stamp.at())
                    : new Step(Kind.TIME_STAMP, within.verdict(), row.size(), within.detail(), stamp.at());
        } catch (TimeStampException | NoteException e) {
            return new Step(Kind.TIME_STAMP, Verdict.BROKEN, 0, String.valueOf(e.getMessage()), null);
        }
    }

    private static boolean covers(Row checkpoint, List<LeafProof> proofs) {
        return proofs.stream().map(LeafProof::position).allMatch(at -> at != null && at < checkpoint.size());
    }

    /** The same leaves, with their ways in the log as it was at a checkpoint. */
    private List<LeafProof> within(List<LeafProof> proofs, long size) {
        var tree = new Tree(size, seals);
        Function<LeafProof, List<String>> path =
                proof -> tree.inclusion(Objects.requireNonNull(proof.position())).path().stream()
                        .map(Hash::toString)
                        .toList();
        return proofs.stream().map(proof -> proof.with(path.apply(proof))).toList();
    }
}
