package io.chancery.archive.log;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Binds a leaf to the content of its row: HMAC-SHA256 under a key that is not in the database. Without the key nobody
 * can make one for other content, nor guess the content from it; and when the key is destroyed, nobody ever can.
 */
public final class Commitment {

    private static final String ALGORITHM = "HmacSHA256";

    private Commitment() {}

    public static Hash of(CanonicalBytes row, SecretKey key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Hash.made(mac.doFinal(row.toBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
