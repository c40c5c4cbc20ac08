package io.chancery.archive.verify;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.NoteException;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.verify.Fault.Code;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checkpoints that lie outside of the export and of the database, so that whoever made another log has them to reckon with. */
final class AnchoredNotes {

    /** An empty line that is not the one between a note's text and its signatures. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\n)\n(?=[^—])");

    private final TreeMap<Long, String> bySize = new TreeMap<>();
    private int compared;

    private AnchoredNotes() {}

    /**
     * Reads files as the application appends to them, of one month each, in their order.
     *
     * @param findings what is wrong with them goes there
     */
    static AnchoredNotes read(List<String> files, VerifierKey key, Findings findings) {
        var anchored = new AnchoredNotes();
        Hash before = null;
        for (var file : files) {
            for (var note : BETWEEN.split(file.stripTrailing() + "\n")) {
                before = anchored.add(note, before, key, findings);
            }
        }
        return anchored;
    }

    /** Whoever is named by a note that is signed is signed as well; only where none is named a signature is asked for. */
    private @Nullable Hash add(String note, @Nullable Hash before, VerifierKey key, Findings findings) {
        try {
            var signed = SignedNote.parse(note);
            var checkpoint = Checkpoint.open(note, key);
            if (before != null && !before.equals(checkpoint.previous())) {
                findings.add(Code.ANCHOR_DIFFERS, "anchor at " + checkpoint.size(), "its chain is broken");
            }
            bySize.put(checkpoint.size(), note);
            return signed.hash();
        } catch (NoteException e) {
            findings.add(Code.ANCHOR_DIFFERS, "anchor", String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Whether a checkpoint of the export is one of these, where it has to be. */
    void compare(String note, long size, String subject, Findings findings) {
        if (bySize.isEmpty() || size < bySize.firstKey() || size > bySize.lastKey()) {
            return;
        }
        compared++;
        if (!note.equals(bySize.get(size))) {
            findings.add(Code.ANCHOR_DIFFERS, subject, "the anchor has none like it");
        }
    }

    /** How many checkpoints of the export are among these. */
    int compared() {
        return compared;
    }
}
