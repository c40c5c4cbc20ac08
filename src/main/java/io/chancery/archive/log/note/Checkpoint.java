package io.chancery.archive.log.note;

import io.chancery.archive.log.Hash;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of itself at one time (c2sp.org/tlog-checkpoint). Ours has lines more, which name the note before and the
 * time-stamp of that note, so that none can be taken out or exchanged, and the seals that came since.
 *
 * @param origin which log it is; also the name of the key that signs for it
 * @param size how many leaves it has
 * @param root of the tree over them
 * @param previous hash of the whole note before this one; null for the first
 * @param previousTimeStamp SHA-256 of the token (RFC 3161) of the note before; null if it has none
 * @param seals hash of what the seals since then say of rows, which only whoever has them can check; null if it is not said
 */
public record Checkpoint(
        String origin,
        long size,
        Hash root,
        @Nullable Hash previous,
        @Nullable Hash previousTimeStamp,
        @Nullable Hash seals) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String PREVIOUS = "previous ";
    private static final String SEALS = "seals ";
    private static final String PREVIOUS_TIME_STAMP = "previous-timestamp ";

    /** After a note that has no time-stamp, of a log without seals. */
    public Checkpoint(String origin, long size, Hash root, @Nullable Hash previous) {
        this(origin, size, root, previous, null, null);
    }

    /**
     * Opens a note that this key must have signed.
     *
     * @throws NoteException if it did not, or the note has another origin, or is malformed
     */
    public static Checkpoint open(String note, VerifierKey key) {
        var signed = SignedNote.parse(note);
        if (!signed.isSignedBy(key)) {
            throw new NoteException("The checkpoint is not signed by " + key.name());
        }
        var checkpoint = parse(signed.text());
        if (!checkpoint.origin().equals(key.name())) {
            throw new NoteException("The checkpoint has another origin than " + key.name());
        }
        return checkpoint;
    }

    /**
     * Reads the text of a note, whose signature is another matter. Extension lines of others are passed over.
     *
     * @throws NoteException if it is malformed
     */
    public static Checkpoint parse(String text) {
        var lines = List.of(text.split("\n", -1));
        int end = lines.size() - 1;
        if (end < 3 || lines.indexOf("") < end) {
            throw new NoteException("A checkpoint has at least three lines, none empty, the last with a new line");
        }
        var extensions = lines.subList(3, end);
        return new Checkpoint(
                lines.get(0),
                size(lines.get(1)),
                root(lines.get(2)),
                named(PREVIOUS, extensions),
                named(PREVIOUS_TIME_STAMP, extensions),
                named(SEALS, extensions));
    }

    private static long size(String line) {
        if (!SIZE.matcher(line).matches()) {
            throw new NoteException("The size of the checkpoint is no plain number of at most 18 digits");
        }
        return Long.parseLong(line);
    }

    private static Hash root(String line) {
        var bytes = StrictBase64.decode(line, "The root of the checkpoint");
        if (bytes.length != Hash.LENGTH) {
            throw new NoteException("The root of the checkpoint is no hash of 32 bytes");
        }
        return Hash.of(bytes);
    }

    private static @Nullable Hash named(String name, List<String> extensions) {
        var named = extensions.stream().filter(line -> line.startsWith(name)).toList();
        if (named.isEmpty()) {
            return null;
        }
        var hash = named.get(0).substring(name.length());
        if (named.size() > 1 || !SHA256.matcher(hash).matches()) {
            throw new NoteException("The checkpoint does not name one %s by its SHA-256"
                    .formatted(
                            switch (name) {
                                case PREVIOUS -> "previous note";
                                case SEALS -> "list of seals";
                                default -> "previous time-stamp";
                            }));
        }
        return Hash.ofHexadecimal(hash);
    }

    /** The lines to sign. */
    public String text() {
        return origin + "\n" + size + "\n" + StrictBase64.encode(root.bytes()) + "\n" + line(PREVIOUS, previous)
                + line(PREVIOUS_TIME_STAMP, previousTimeStamp) + line(SEALS, seals);
    }

    private static String line(String name, @Nullable Hash hash) {
        return hash == null ? "" : name + hash + "\n";
    }

    /**
     * Signs it.
     *
     * @throws NoteException if the key is that of another log
     */
    public SignedNote sign(SignerKey key) {
        if (!key.verifier().name().equals(origin)) {
            throw new NoteException("The key does not sign for " + origin);
        }
        return SignedNote.sign(text(), key);
    }
}
