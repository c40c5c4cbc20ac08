package io.chancery.platform.digest;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA256 (RFC 2104): whoever has not the key can neither guess nor forge it. */
public final class Hmac {

    public static final String ALGORITHM = "HmacSHA256";

    /** One for each thread: to find it takes about as long as to use it. */
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Hmac::mac);

    private Hmac() {}

    private static Mac mac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** Of the whole content, 32 bytes. */
    public static byte[] of(SecretKey key, byte[] content) {
        try {
            var mac = MAC.get();
            mac.init(key);
            return mac.doFinal(content);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("No key of " + ALGORITHM, e);
        }
    }
}
