package io.chancery.platform.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D): a nonce of 96 random bits, the encrypted bytes, a tag of 128 bits. One key
 * may encrypt 2³² times before two nonces could meet (§8.3).
 */
public final class SealedBytes {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** One for each thread: to find it takes several times as long as to encrypt a page with it. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(SealedBytes::newCipher);

    private final SecretKey key;

    /** @param key of 256 bits */
    public SealedBytes(SecretKey key) {
        this.key = new SecretKeySpec(key.getEncoded(), "AES");
    }

    /**
     * Encrypts.
     *
     * @param context what the bytes are of: nobody can pass them off as something else's
     */
    public byte[] seal(byte[] clear, byte[] context) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, new GCMParameterSpec(TAG_BITS, nonce), context);
            var sealed = ByteBuffer.allocate(NONCE + cipher.getOutputSize(clear.length));
            sealed.put(nonce);
            cipher.doFinal(ByteBuffer.wrap(clear), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** @throws IllegalArgumentException if these bytes were not sealed with this key in this context */
    public byte[] open(byte[] sealed, byte[] context) {
        if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new IllegalArgumentException("Too short to be sealed bytes");
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE), context);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("Not sealed with this key in this context", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private Cipher cipher(int mode, GCMParameterSpec nonce, byte[] context) throws GeneralSecurityException {
        var cipher = CIPHER.get();
        cipher.init(mode, key, nonce);
        cipher.updateAAD(context);
        return cipher;
    }
}
