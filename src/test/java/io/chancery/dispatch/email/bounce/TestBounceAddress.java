package io.chancery.dispatch.email.bounce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Return paths with a key that everybody knows. */
public final class TestBounceAddress {

    private TestBounceAddress() {}

    /** Where none is configured. */
    public static BounceAddress none() {
        return new BounceAddress(null, TestBounceAddress::sign);
    }

    public static BounceAddress at(String domain) {
        return new BounceAddress(domain, TestBounceAddress::sign);
    }

    private static byte[] sign(byte[] signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("key of tests".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
