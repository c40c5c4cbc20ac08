package io.chancery.platform.security;

import io.chancery.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret a client shows: {@code ccm_<key id>_<256 random bits>}, and with {@code test_} after the first part if
 * nothing is really sent. The id finds the row, the hash of the whole is
 * compared.
 */
record ApiKey(String id, String secret, boolean test) {

    private static final Pattern FORM = Pattern.compile("ccm_(test_)?([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})");
    private static final String ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 12;

    static ApiKey generate(SecureRandom random, boolean test) {
        var id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new ApiKey(id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), test);
    }

    static Optional<ApiKey> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ApiKey(matcher.group(2), matcher.group(3), matcher.group(1) != null))
                : Optional.empty();
    }

    String text() {
        return "ccm_" + (test ? "test_" : "") + id + "_" + secret;
    }

    byte[] hash() {
        return Sha256.bytes(text().getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
