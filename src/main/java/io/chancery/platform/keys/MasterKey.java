package io.chancery.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that all others hang on: 256 bits in {@code master.key}, made at the first start. Without it nothing that was
 * archived can be read again, so it belongs into a back-up of its own.
 */
@ApplicationScoped
public class MasterKey {

    private static final int LENGTH = 32;

    private final byte[] key;
    private final SealedBytes wrapping;

    /** @throws IllegalStateException if the file holds anything else */
    MasterKey(KeyFolder folder) {
        key = decode(folder.readOrCreate("master.key", () -> SecretFile.random(LENGTH)), folder);
        wrapping = new SealedBytes(derived("wrap"));
    }

    private static byte[] decode(String text, KeyFolder folder) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length == LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the text.
        }
        throw new IllegalStateException(folder.path().resolve("master.key") + " is not " + LENGTH + " bytes in Base64");
    }

    /** A key of 256 bits for one purpose, which tells nothing of the others (NIST SP 800-108 §4.1, HMAC-SHA256, one block). */
    public SecretKey derived(String purpose) {
        return new SecretKeySpec(Derivation.derive(key, purpose), "HmacSHA256");
    }

    /**
     * Encrypts another key.
     *
     * @param context whose it is: it can be unwrapped for nobody else
     */
    public byte[] wrap(byte[] other, byte[] context) {
        return wrapping.seal(other, context);
    }

    /** @throws IllegalArgumentException if it was not wrapped by this key in this context */
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        return wrapping.open(wrapped, context);
    }

    /** What this key is told by: nothing can be learnt of it. */
    String fingerprint() {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(Derivation.derive(key, "fingerprint"), LENGTH / 2));
    }
}
