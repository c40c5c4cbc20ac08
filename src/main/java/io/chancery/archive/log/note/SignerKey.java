package io.chancery.archive.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What signs notes: a name and an Ed25519 private key. Its text is that of Go's {@code sumdb/note}; whoever has it can
 * sign checkpoints, so it lies outside the database.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private static final Pattern TEXT =
            Pattern.compile("PRIVATE\\+KEY\\+(" + VerifierKey.NAME + ")\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    private final byte[] seed;
    private final KeyPair pair;
    private final VerifierKey verifier;

    private SignerKey(String name, byte[] seed) {
        this.seed = seed;
        this.pair = Ed25519.pair(seed);
        this.verifier = new VerifierKey(name, Ed25519.bare(pair.getPublic()));
    }

    /** A new one, with a name like that of the log: a URL without a scheme. */
    public static SignerKey generate(String name, SecureRandom random) {
        var seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SignerKey(name, seed);
    }

    /**
     * Reads a key.
     *
     * @throws NoteException if it is none; the message has nothing of it
     */
    public static SignerKey parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new NoteException("A signer key has the form PRIVATE+KEY+name+id+base64");
        }
        var typed = StrictBase64.decode(matcher.group(3), "The signer key");
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != VerifierKey.TYPE) {
            throw new NoteException("The signer key is not a key of Ed25519");
        }
        var key = new SignerKey(matcher.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (key.verifier.id() != Integer.parseUnsignedInt(matcher.group(2), 16)) {
            throw new NoteException("The signer key does not have the id that it says");
        }
        return key;
    }

    /** What those need who check its signatures. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The text that {@link #parse} reads: a secret. */
    public String secret() {
        var typed = ByteBuffer.allocate(1 + seed.length).put(VerifierKey.TYPE).put(seed);
        return PREFIX + "%s+%08x+%s".formatted(verifier.name(), verifier.id(), StrictBase64.encode(typed.array()));
    }

    NoteSignature sign(String text) {
        var signature = Ed25519.sign(text.getBytes(StandardCharsets.UTF_8), pair.getPrivate());
        return new NoteSignature(verifier.name(), verifier.id(), signature);
    }
}
