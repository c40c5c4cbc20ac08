package io.chancery.archive.key;

import io.chancery.platform.keys.Derivation;
import io.chancery.platform.keys.SealedBytes;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What protects the archive of one customer.
 *
 * @param documents encrypts
 * @param commitments commits to rows of the record (HMAC-SHA256)
 */
public record CustomerKey(SealedBytes documents, SecretKey commitments) {

    static CustomerKey of(byte[] key) {
        return new CustomerKey(new SealedBytes(derived(key, "documents")), derived(key, "commitments"));
    }

    private static SecretKey derived(byte[] key, String purpose) {
        return new SecretKeySpec(Derivation.derive(key, purpose), "HmacSHA256");
    }

    @Override
    public String toString() {
        return "a customer's key";
    }
}
