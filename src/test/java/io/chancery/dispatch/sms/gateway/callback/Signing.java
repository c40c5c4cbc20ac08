package io.chancery.dispatch.sms.gateway.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as a gateway does. */
final class Signing {

    private Signing() {}

    static byte[] hmac(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header of Standard Webhooks. */
    static String standard(String secret, String id, long time, String body) {
        return "v1," + Base64.getEncoder().encodeToString(hmac(secret, id + "." + time + "." + body));
    }
}
