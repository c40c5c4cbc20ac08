package io.chancery.archive.check;

import io.chancery.archive.check.Finding.Code;
import io.chancery.archive.log.Frontier;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.NoteException;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.log.time.TimeStamps;
import io.chancery.archive.seal.Anchor;
import io.chancery.archive.seal.CheckpointTable;
import io.chancery.archive.seal.CheckpointTable.Row;
import io.chancery.archive.seal.LogKey;
import io.chancery.archive.seal.PlaceDigest;
import io.chancery.archive.seal.Seal;
import io.chancery.archive.stamp.TrustedAuthorities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checkpoints on record and those outside the database, to be compared with the tree as it grows anew. */
@ApplicationScoped
class CheckpointTrail {

    private static final int AT_ONCE = 1000;

    private final CheckpointTable table;
    private final Anchor anchor;
    private final LogKey key;
    private final TrustedAuthorities authorities;

    CheckpointTrail(CheckpointTable table, Anchor anchor, LogKey key, TrustedAuthorities authorities) {
        this.authorities = authorities;
        this.table = table;
        this.anchor = anchor;
        this.key = key;
    }

    /** Those that are there now; what is signed while the walk goes on is for the next one. */
    Follower begin(Findings findings) {
        var anchored = new HashSet<>(anchor.notes());
        var stamps = new StampTrail(table, believed(findings), findings);
        return new Follower(VerifierKey.parse(key.verifier()), anchored, lastNo(), findings, stamps);
    }

    private @Nullable TimeStamps believed(Findings findings) {
        try {
            return authorities.find().orElse(null);
        } catch (RuntimeException e) {
            findings.add(Code.TIME_STAMP_WRONG, "time-stamps", "They cannot be checked: " + e.getMessage());
            return null;
        }
    }

    private long lastNo() {
        return table.last().map(Row::no).orElse(0L);
    }

    /** Follows one walk through the log. */
    final class Follower {

        private final VerifierKey verifier;
        private final Set<String> anchored;
        private final long end;
        private final Findings findings;
        private final StampTrail stamps;
        private final PlaceDigest places = new PlaceDigest();
        private final Deque<Row> next = new ArrayDeque<>();
        private long lastNo;
        private @Nullable Hash previous;

        private Follower(VerifierKey verifier, Set<String> anchored, long end, Findings findings, StampTrail stamps) {
            this.stamps = stamps;
            this.end = end;
            this.verifier = verifier;
            this.anchored = anchored;
            this.findings = findings;
        }

        /** The leaves of this seal come next. */
        void pass(Seal seal) {
            seal.digest(places);
        }

        /** The tree has one leaf more. */
        void reach(Frontier tree) {
            for (var row = peek(); row != null && row.size() <= tree.size(); row = peek()) {
                next.remove();
                check(row, tree);
            }
        }

        private @Nullable Row peek() {
            if (next.isEmpty() && lastNo < end) {
                next.addAll(table.after(lastNo, AT_ONCE));
                next.removeIf(row -> row.no() > end);
                stamps.read(next);
            }
            return next.peek();
        }

        private void check(Row row, Frontier tree) {
            if (row.no() != lastNo + 1) {
                add("checkpoint " + row.no(), "The %d before it are gone".formatted(row.no() - lastNo - 1));
            }
            lastNo = row.no();
            anchored.remove(row.note());
            var fault = fault(row, tree);
            if (fault != null) {
                add("checkpoint " + row.no(), fault);
            }
        }

        private @Nullable String fault(Row row, Frontier tree) {
            try {
                var expected = previous;
                var passed = places.take();
                var checkpoint = Checkpoint.open(row.note(), verifier);
                previous = SignedNote.parse(row.note()).hash();
                compareEnds(row.no(), checkpoint.seals(), passed);
                stamps.reach(row.no(), previous, checkpoint.previousTimeStamp());
                if (checkpoint.size() != row.size() || row.size() != tree.size()) {
                    return "It was signed for %d leaves".formatted(checkpoint.size());
                }
                if (expected == null ? checkpoint.previous() != null : !expected.equals(checkpoint.previous())) {
                    return "It was not signed after the one before it";
                }
                return checkpoint.root().equals(tree.root())
                        ? null
                        : "It was signed for another tree: among the first %d leaves, after those of the checkpoint before,"
                                        .formatted(row.size())
                                + " there are some that were changed, taken out or put in";
            } catch (NoteException e) {
                return e.getMessage();
            }
        }

        private void compareEnds(long no, @Nullable Hash signed, Hash passed) {
            if (signed != null && !signed.equals(passed)) {
                findings.add(
                        Code.SEAL_BROKEN,
                        "the seals before checkpoint " + no,
                        "Not all since the checkpoint before end where they ended when it was signed, or name the same rows");
            }
        }

        /** No more leaves will come. */
        void end(long size) {
            for (var row = peek(); row != null; row = peek()) {
                next.remove();
                lastNo = row.no();
                anchored.remove(row.note());
                add("checkpoint " + row.no(), "It is of %d leaves, and there are only %d".formatted(row.size(), size));
            }
            anchored.forEach(
                    note -> add("an anchored checkpoint", "It is not on record any more: " + firstLines(note)));
        }

        private void add(String subject, String words) {
            findings.add(Code.CHECKPOINT_BROKEN, subject, words);
        }

        private static String firstLines(String note) {
            return String.join(", ", List.of(note.split("\n")).subList(0, 2));
        }
    }
}
