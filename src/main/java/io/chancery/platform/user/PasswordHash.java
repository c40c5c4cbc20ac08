package io.chancery.platform.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-512 (RFC 8018), salted, in the form {@code rounds:salt:hash}. The rounds
 * are those of the OWASP Password Storage Cheat Sheet, and stand beside each hash, so that they may grow.
 */
final class PasswordHash {

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /** Checked when there is no such user, so that how long an answer takes tells nobody who exists. */
    private static final String OF_NOBODY = hash("", new byte[SALT_BYTES], ROUNDS);

    private PasswordHash() {}

    static String of(String password, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return hash(password, salt, ROUNDS);
    }

    static boolean matches(String password, String kept) {
        var parts = kept.split(":", -1);
        var salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(
                hash(password, salt, Integer.parseInt(parts[0])).getBytes(StandardCharsets.US_ASCII),
                kept.getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes as long as {@link #matches}, and never does. */
    static boolean matchesNobody(String password) {
        matches(password, OF_NOBODY);
        return false;
    }

    private static String hash(String password, byte[] salt, int rounds) {
        try {
            var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS));
            var base64 = Base64.getEncoder().withoutPadding();
            return rounds + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot hash passwords", e);
        }
    }
}
