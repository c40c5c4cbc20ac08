package io.chancery.archive.log.note;

import io.chancery.platform.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose signatures under notes are believed: a name and an Ed25519 public key, as {@code name+id+base64}. */
public final class VerifierKey {

    /** What a name may be: no white space and no plus. */
    static final String NAME = "[^\\p{IsWhite_Space}\\p{Cntrl}+]+";

    /** The byte that says Ed25519 (c2sp.org/signed-note). */
    static final byte TYPE = 1;

    private static final Pattern TEXT = Pattern.compile("(" + NAME + ")\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    private final String name;
    private final byte[] publicKey;
    private final int id;

    VerifierKey(String name, byte[] publicKey) {
        if (!name.matches(NAME)) {
            throw new NoteException("The name of a key is not empty, and has neither spaces nor plus signs");
        }
        this.name = name;
        this.publicKey = publicKey.clone();
        this.id = id(name, publicKey);
    }

    /**
     * Reads a key.
     *
     * @throws NoteException if it is none, or not of Ed25519
     */
    public static VerifierKey parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new NoteException("A verifier key has the form name+id+base64, its id 8 hexadecimal digits");
        }
        var typed = StrictBase64.decode(matcher.group(3), "The verifier key");
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != TYPE) {
            throw new NoteException("The verifier key is not a key of Ed25519");
        }
        var key = new VerifierKey(matcher.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (key.id() != Integer.parseUnsignedInt(matcher.group(2), 16)) {
            throw new NoteException("The verifier key does not have the id that it says");
        }
        return key;
    }

    /** The first four bytes of a hash of name and key, to find the key by; it proves nothing. */
    private static int id(String name, byte[] publicKey) {
        var digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(TYPE);
        return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    }

    public String name() {
        return name;
    }

    int id() {
        return id;
    }

    boolean verifies(byte[] signature, String text) {
        return Ed25519.verifies(signature, text.getBytes(StandardCharsets.UTF_8), publicKey);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, id);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(1 + publicKey.length).put(TYPE).put(publicKey);
        return "%s+%08x+%s".formatted(name, id, StrictBase64.encode(typed.array()));
    }
}
