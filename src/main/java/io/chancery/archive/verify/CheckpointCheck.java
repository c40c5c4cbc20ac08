package io.chancery.archive.verify;

import io.chancery.archive.evidence.CheckpointLine;
import io.chancery.archive.evidence.EvidenceJson;
import io.chancery.archive.log.ConsistencyProof;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.NoteException;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.log.time.TimeStampException;
import io.chancery.archive.log.time.TimeStamps;
import io.chancery.archive.verify.Fault.Code;
import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether each checkpoint is signed, and the log at it goes on from the one before. */
final class CheckpointCheck {

    private final VerifierKey key;
    private final @Nullable TimeStamps authorities;
    private final @Nullable AnchoredNotes anchor;
    private final Findings findings;
    private @Nullable CheckpointLine before;
    private @Nullable Checkpoint last;
    private int count;
    private int timeStamps;
    private int unread;

    CheckpointCheck(VerifierKey key, Trust trust, Findings findings) {
        this.key = key;
        this.authorities = trust.authorities();
        this.anchor = trust.anchor();
        this.findings = findings;
    }

    /** Goes through all of them. */
    void run(Lines lines) throws IOException {
        try {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                check(line.get(), lines.no());
            }
        } catch (Lines.BrokenException e) {
            last = null;
            findings.add(Code.CHECKPOINT_BROKEN, "log/checkpoints.ndjson", String.valueOf(e.getMessage()));
        }
        if (count == 0) {
            findings.add(Code.CHECKPOINT_BROKEN, "log/checkpoints.ndjson", "there is none");
        }
    }

    private void check(String text, int no) {
        count++;
        var earlier = last;
        last = null;
        try {
            var line = EvidenceJson.read(text, CheckpointLine.class);
            var subject = "checkpoint " + line.no();
            var checkpoint = Checkpoint.open(line.note(), key);
            last = checkpoint;
            chain(line, checkpoint, earlier, subject);
            timeStamp(line, subject);
            if (anchor != null) {
                anchor.compare(line.note(), checkpoint.size(), subject, findings);
            }
            before = line;
        } catch (NoteException e) {
            findings.add(Code.CHECKPOINT_BROKEN, subject(text, no), String.valueOf(e.getMessage()));
            before = null;
        } catch (IllegalArgumentException e) {
            findings.add(Code.CHECKPOINT_BROKEN, "log/checkpoints.ndjson, line " + no, String.valueOf(e.getMessage()));
            before = null;
        }
    }

    private static String subject(String text, int no) {
        return "checkpoint %d (log/checkpoints.ndjson, line %d)"
                .formatted(EvidenceJson.read(text, CheckpointLine.class).no(), no);
    }

    private void chain(CheckpointLine line, Checkpoint checkpoint, @Nullable Checkpoint earlier, String subject) {
        if (line.no() < 1 || (line.no() == 1) != (checkpoint.previous() == null)) {
            findings.add(Code.CHECKPOINT_UNCHAINED, subject, "it does not have this number");
        }
        if (before != null && earlier != null) {
            grown(line, checkpoint, earlier, subject);
            named(line, checkpoint, before, subject);
        } else if (!line.consistency().isEmpty()) {
            findings.add(Code.CHECKPOINT_UNCHAINED, subject, "what it goes on from is missing");
        }
    }

    private void grown(CheckpointLine line, Checkpoint checkpoint, Checkpoint earlier, String subject) {
        var path = line.consistency().stream().map(Hash::ofHexadecimal).toList();
        var proof = new ConsistencyProof(earlier.size(), checkpoint.size(), path);
        if (earlier.size() >= checkpoint.size() || !proof.holds(earlier.root(), checkpoint.root())) {
            findings.add(Code.CHECKPOINT_UNCHAINED, subject, "the tree is not the earlier one with more leaves");
        }
    }

    private void named(CheckpointLine line, Checkpoint checkpoint, CheckpointLine earlier, String subject) {
        if (line.no() <= earlier.no()) {
            findings.add(Code.CHECKPOINT_UNCHAINED, subject, "it is not in its place");
        }
        var hash = SignedNote.parse(earlier.note()).hash();
        if (line.no() == earlier.no() + 1 && !hash.equals(checkpoint.previous())) {
            findings.add(Code.CHECKPOINT_UNCHAINED, subject, "it names another one as the one before");
        }
        if (line.no() == earlier.no() + 1 && !Objects.equals(stamp(earlier), checkpoint.previousTimeStamp())) {
            findings.add(Code.TIME_STAMP_WRONG, "checkpoint " + earlier.no(), "the next one names another time-stamp");
        }
    }

    private static @Nullable Hash stamp(CheckpointLine line) {
        return line.timeStamp() == null
                ? null
                : Hash.of(Sha256.bytes(Base64.getDecoder().decode(line.timeStamp())));
    }

    private void timeStamp(CheckpointLine line, String subject) {
        if (line.timeStamp() == null) {
            return;
        }
        if (authorities == null) {
            unread++;
            return;
        }
        try {
            var token = Base64.getDecoder().decode(line.timeStamp());
            authorities.verify(token, SignedNote.parse(line.note()).hash());
            timeStamps++;
        } catch (TimeStampException | IllegalArgumentException e) {
            findings.add(Code.TIME_STAMP_WRONG, subject, String.valueOf(e.getMessage()));
        }
    }

    /** The last one, to whose root all ways lead; empty if it does not hold. */
    Optional<Checkpoint> last() {
        return Optional.ofNullable(last);
    }

    int count() {
        return count;
    }

    /** How many time-stamps hold. */
    int timeStamps() {
        return timeStamps;
    }

    /** How many time-stamps there were no certificates for. */
    int unread() {
        return unread;
    }
}
