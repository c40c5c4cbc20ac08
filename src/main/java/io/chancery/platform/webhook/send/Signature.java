package io.chancery.platform.webhook.send;

import io.chancery.platform.digest.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent, so that the receiver knows that it came from here and is not replayed (Standard Webhooks 1.0). */
public final class Signature {

    private static final int SECRET_LENGTH = 32;

    private Signature() {}

    /** The value of the header {@code webhook-signature}: over id, time and body, once for each secret. */
    static String of(String id, long seconds, String body, List<byte[]> secrets) {
        var content = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> sign(content, secret)).collect(Collectors.joining(" "));
    }

    private static String sign(byte[] content, byte[] secret) {
        var signature = Hmac.of(new SecretKeySpec(secret, Hmac.ALGORITHM), content);
        return "v1," + Base64.getEncoder().encodeToString(signature);
    }

    /** A secret that nobody has. */
    public static byte[] newSecret(SecureRandom random) {
        var secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    /** The secret as its receiver keeps it. */
    public static String text(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
