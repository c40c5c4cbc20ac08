package io.chancery.platform.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys from a key: NIST SP 800-108r1 §4.1 in counter mode with HMAC-SHA256, of which one block is enough here. */
public final class Derivation {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BITS = 256;

    private Derivation() {}

    /** 32 bytes for one purpose. */
    public static byte[] derive(byte[] key, String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(1).array());
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(BITS).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
