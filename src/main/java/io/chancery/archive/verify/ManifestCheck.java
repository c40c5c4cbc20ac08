package io.chancery.archive.verify;

import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.evidence.Manifest;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.NoteException;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.verify.Fault.Code;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the files with the manifest, line by line, and the manifest with what was signed. */
final class ManifestCheck {

    private static final Set<String> UNLISTED = Set.of(EvidenceNames.MANIFEST, EvidenceNames.NOTE);

    private final Lines lines;
    private final Findings findings;
    private String id = "";
    private String before = "";
    private Manifest.@Nullable Line next;
    private boolean ended;

    ManifestCheck(Lines lines, Findings findings) {
        this.lines = lines;
        this.findings = findings;
    }

    void begin() throws IOException {
        var first = line();
        id = first == null ? "" : Manifest.readFirst(first).orElse("");
        if (id.isEmpty()) {
            broken("it does not begin as one");
        }
        advance();
    }

    /** The next file of the ZIP. */
    void file(PackedFile file) throws IOException {
        if (!UNLISTED.contains(file.name())) {
            compare(file);
        }
    }

    private void compare(PackedFile file) throws IOException {
        while (next != null && next.name().compareTo(file.name()) < 0) {
            findings.add(Code.FILE_MISSING, next.name(), "");
            advance();
        }
        if (next == null || !next.name().equals(file.name())) {
            findings.add(Code.FILE_INSERTED, file.name(), "");
            return;
        }
        if (next.size() != file.size() || !next.sha256().equals(file.sha256())) {
            findings.add(Code.FILE_CHANGED, file.name(), "SHA-256 " + file.sha256());
        }
        advance();
    }

    /** There are no more files. */
    void end() throws IOException {
        while (next != null) {
            findings.add(Code.FILE_MISSING, next.name(), "");
            advance();
        }
    }

    private void advance() throws IOException {
        next = null;
        while (next == null && !ended) {
            var line = line();
            if (line == null || line.equals(Manifest.LAST.substring(0, Manifest.LAST.indexOf('\n') + 1))) {
                end(line);
            } else {
                next = Manifest.readLine(line).orElse(null);
                requireOrder();
            }
        }
    }

    private void requireOrder() {
        if (next == null || !EvidenceNames.isName(next.name()) || next.name().compareTo(before) <= 0) {
            broken("line %d says nothing of a file, or is not in its place".formatted(lines.no()));
        }
        before = next == null ? before : next.name();
    }

    private void end(@Nullable String line) throws IOException {
        ended = true;
        if (line == null || !Manifest.LAST.equals(line + line()) || line() != null) {
            broken("it does not end as one");
        }
    }

    private @Nullable String line() throws IOException {
        try {
            return lines.next().orElse(null);
        } catch (Lines.BrokenException e) {
            ended = true;
            broken(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void broken(String detail) {
        findings.add(Code.MANIFEST_BROKEN, EvidenceNames.MANIFEST, detail);
    }

    /** Whether this note says that the key's owner has made a manifest with this hash. */
    void signature(String note, VerifierKey key, Hash sha256) {
        try {
            var signed = SignedNote.parse(note);
            if (!signed.isSignedBy(key)) {
                findings.add(Code.MANIFEST_UNSIGNED, EvidenceNames.NOTE, "it is not signed by " + key.name());
            } else if (!signed.text().equals(Manifest.signedText(id, sha256))) {
                findings.add(Code.MANIFEST_UNSIGNED, EvidenceNames.MANIFEST, "the signature is for another one");
            }
        } catch (NoteException e) {
            findings.add(Code.MANIFEST_UNSIGNED, EvidenceNames.NOTE, String.valueOf(e.getMessage()));
        }
    }
}
