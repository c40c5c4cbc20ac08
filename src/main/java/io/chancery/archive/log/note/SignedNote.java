package io.chancery.archive.log.note;

import io.chancery.archive.log.Hash;
import io.chancery.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A text with signatures under it (c2sp.org/signed-note). */
public final class SignedNote {

    private static final int MOST_SIGNATURES = 100;
    private static final int LONGEST = 1 << 20;

    private final String text;
    private final List<NoteSignature> signatures;

    private SignedNote(String text, List<NoteSignature> signatures) {
        this.text = text;
        this.signatures = signatures;
    }

    /** Signs a text, which ends with a new line. */
    public static SignedNote sign(String text, SignerKey key) {
        return parse(new SignedNote(text, List.of(key.sign(text))).toString());
    }

    /**
     * Reads a note. That it can be read says nothing about its signatures.
     *
     * @throws NoteException if it is malformed
     */
    public static SignedNote parse(String note) {
        requireTidy(note);
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            throw new NoteException("The note has no empty line between text and signatures");
        }
        var lines = note.substring(end + 2).split("\n");
        if (lines.length > MOST_SIGNATURES) {
            throw new NoteException("The note has more than %d signatures".formatted(MOST_SIGNATURES));
        }
        return new SignedNote(
                note.substring(0, end + 1),
                Arrays.stream(lines).map(NoteSignature::parse).toList());
    }

    private static void requireTidy(String note) {
        if (note.length() > LONGEST) {
            throw new NoteException("The note is longer than %d characters".formatted(LONGEST));
        }
        if (!note.endsWith("\n")) {
            throw new NoteException("The note does not end with a new line");
        }
        if (note.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new NoteException("The note has control characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(note)) {
            throw new NoteException("The note has characters that UTF-8 has not");
        }
    }

    /** What was signed, with its last new line; not to be believed before {@link #isSignedBy}. */
    public String text() {
        return text;
    }

    /** Whether this key signed it, and no signature that bears the key's name and id is wrong. */
    public boolean isSignedBy(VerifierKey key) {
        var own = signatures.stream().filter(signature -> signature.isOf(key)).toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> key.verifies(signature.signature(), text));
    }

    /** SHA-256 of the whole note, by which the next one refers to it. */
    public Hash hash() {
        return Hash.of(Sha256.bytes(toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The whole note, as it is kept and sent. */
    @Override
    public String toString() {
        return signatures.stream().map(signature -> signature + "\n").collect(Collectors.joining("", text + "\n", ""));
    }
}
