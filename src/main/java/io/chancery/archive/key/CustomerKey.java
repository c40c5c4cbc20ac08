package io.chancery.archive.key;

import io.chancery.platform.digest.Hmac;
import io.chancery.platform.keys.Derivation;
import io.chancery.platform.keys.SealedBytes;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What protects what one delivery brought to a customer. It is derived from the customer's own key and the delivery, which
 * costs three hashes and no row: the customer's key opens all that they got, and once that is destroyed the key of a single
 * delivery that has to be kept opens that one and tells nothing of the others.
 *
 * @param documents encrypts
 * @param commitments commits to rows of the record (HMAC-SHA256)
 */
public record CustomerKey(SealedBytes documents, SecretKey commitments) {

    /** The secret of one delivery, which is all that has to be kept to keep it readable. */
    static byte[] secret(byte[] customerKey, UUID deliveryId) {
        return Derivation.derive(customerKey, "delivery " + deliveryId);
    }

    static CustomerKey of(byte[] secret) {
        return new CustomerKey(new SealedBytes(derived(secret, "documents")), derived(secret, "commitments"));
    }

    private static SecretKey derived(byte[] key, String purpose) {
        return new SecretKeySpec(Derivation.derive(key, purpose), Hmac.ALGORITHM);
    }

    @Override
    public String toString() {
        return "a customer's key";
    }
}
