package io.chancery.platform.keys;

import io.chancery.platform.digest.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;

/** Keys from a key: NIST SP 800-108r1 §4.1 in counter mode with HMAC-SHA256, of which one block is enough here. */
public final class Derivation {

    private static final int BITS = 256;

    private Derivation() {}

    /** 32 bytes for one purpose. */
    public static byte[] derive(byte[] key, String purpose) {
        var label = purpose.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(2 * Integer.BYTES + label.length + 1)
                .putInt(1)
                .put(label)
                .put((byte) 0)
                .putInt(BITS);
        return Hmac.of(new SecretKeySpec(key, Hmac.ALGORITHM), input.array());
    }
}
