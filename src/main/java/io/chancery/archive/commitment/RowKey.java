package io.chancery.archive.commitment;

import io.chancery.archive.log.LeafKind;
import io.chancery.platform.digest.CanonicalBytes;
import io.chancery.platform.digest.Hmac;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that one row is committed to with: HMAC-SHA256 of what the row is, under the customer's key. Whoever is given it
 * can open that row's commitment, and learns nothing of any other row or of the customer's key.
 */
public final class RowKey {

    private RowKey() {}

    /** The key of a row of the customer who has this key for commitments. */
    public static SecretKey of(SecretKey customer, LeafKind kind, UUID id, int part) {
        var key = new CanonicalBytes()
                .text("row key")
                .text(String.valueOf((char) kind.code()))
                .id(id)
                .number(part)
                .commitment(customer);
        return of(key);
    }

    /** The key that these 32 bytes are. */
    public static SecretKey of(byte[] key) {
        return new SecretKeySpec(key, Hmac.ALGORITHM);
    }
}
