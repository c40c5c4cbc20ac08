package io.chancery.archive.check;

import io.chancery.archive.check.Finding.Code;
import io.chancery.archive.log.Frontier;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.LeafKind;
import io.chancery.archive.log.Node;
import io.chancery.archive.seal.Place;
import io.chancery.archive.seal.Seal;
import io.chancery.archive.seal.SealTable;
import io.chancery.archive.seal.SealedLeaf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Walks through the whole log once: makes the tree anew from the leaves in the seals, compares its nodes and roots with
 * those on record, and the rows of chosen seals with their leaves.
 */
@ApplicationScoped
class IntegrityCheck {

    private static final int AT_ONCE = 16;

    private final SealTable seals;
    private final RecordedRows rows;
    private final Tombstones tombstones;
    private final CheckpointTrail trail;

    IntegrityCheck(SealTable seals, RecordedRows rows, Tombstones tombstones, CheckpointTrail trail) {
        this.seals = seals;
        this.rows = rows;
        this.tombstones = tombstones;
        this.trail = trail;
    }

    /** How far a check went, and what it found. */
    record Outcome(long leaves, long rows, Findings findings) {}

    /**
     * Checks everything that has been sealed.
     *
     * @param chosen by its number, whether the rows of a seal are read as well
     */
    Outcome run(LongPredicate chosen) {
        var findings = new Findings();
        var walk = new Walk(findings, trail.begin(findings));
        for (var next = seals.after(0, AT_ONCE); !next.isEmpty(); next = seals.after(walk.last.no(), AT_ONCE)) {
            next.forEach(seal -> walk.step(seal, chosen.test(seal.no())));
        }
        walk.checkpoints.end(walk.tree.size());
        return new Outcome(walk.tree.size(), walk.rowCount, findings);
    }

    /** Where a check stands. */
    private final class Walk {

        private final Findings findings;
        private final CheckpointTrail.Follower checkpoints;
        private final Frontier tree = new Frontier();
        private Seal last = new Seal(0, 0, List.of(), Place.START);
        private long rowCount;

        Walk(Findings findings, CheckpointTrail.Follower checkpoints) {
            this.findings = findings;
            this.checkpoints = checkpoints;
        }

        void step(Seal seal, boolean withRows) {
            if (seal.no() != last.no() + 1 || seal.first() != last.end()) {
                findings.add(
                        Code.SEAL_BROKEN,
                        "seal " + seal.no(),
                        "It does not follow seal %d, which ends before leaf %d".formatted(last.no(), last.end()));
            }
            checkpoints.pass(seal);
            for (var leaf : seal.leaves()) {
                tree.append(leaf.hash(), this::compare);
                checkpoints.reach(tree);
            }
            if (withRows) {
                var found = rows.between(last.last(), seal.last());
                rowCount += found.size();
                compare(seal, found);
                tombstones
                        .standing(found, () -> rows.between(last.last(), seal.last()))
                        .forEach(row -> findings.add(
                                Code.ROW_NOT_DELETED, row.name(), "Its deletion is on record, and it is still there"));
            }
            last = seal;
        }

        private void compare(Node node) {
            var kept = seals.find(node.level(), node.no());
            if (kept.isEmpty() || !kept.get().equals(node.hash())) {
                findings.add(
                        Code.NODE_CHANGED,
                        "node %d of level %d".formatted(node.no(), node.level()),
                        "It is not the hash of the leaves below it, of which there are some that were changed in their"
                                + " seal, or it was itself");
            }
        }

        private void compare(Seal seal, List<RecordedRow> found) {
            var missing = new HashMap<String, SealedLeaf>();
            seal.leaves().forEach(leaf -> missing.put(name(leaf), leaf));
            for (var row : found) {
                var sealed = missing.remove(name(row.leaf()));
                if (sealed == null) {
                    findings.add(
                            Code.ROW_INSERTED,
                            row.name(),
                            "It stands among the rows of seal %d, and was not sealed".formatted(seal.no()));
                } else if (!sealed.hash().equals(row.leaf().hash())) {
                    findings.add(Code.ROW_CHANGED, row.name(), "It is not what seal %d has of it".formatted(seal.no()));
                } else if (row.fault() != null) {
                    findings.add(Code.ROW_CHANGED, row.name(), "As to seal %d, %s".formatted(seal.no(), row.fault()));
                }
            }
            tombstones
                    .unexplained(missing.values())
                    .forEach(leaf -> findings.add(
                            Code.ROW_MISSING,
                            name(leaf),
                            "It was sealed by seal %d, and is gone".formatted(seal.no())));
        }
    }

    private static String name(SealedLeaf leaf) {
        return name(leaf.kind(), leaf.id(), leaf.part());
    }

    private static String name(Leaf leaf) {
        return name(leaf.kind().code(), leaf.id(), leaf.part());
    }

    private static String name(byte kind, UUID id, int part) {
        var words = Stream.of(LeafKind.values())
                .filter(one -> one.code() == kind)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .findFirst()
                .orElse("leaf of no kind");
        return part == 0 ? words + " " + id : "%s %s, part %d".formatted(words, id, part);
    }
}
