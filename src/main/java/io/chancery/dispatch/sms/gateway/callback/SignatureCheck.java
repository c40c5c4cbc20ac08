package io.chancery.dispatch.sms.gateway.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells calls of a gateway from those of others, and new ones from old ones. */
final class SignatureCheck {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE64 = "whsec_";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    /** How far the time of a call may be from ours, either way. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final CallbackConfig.Callback config;
    private final List<SecretKeySpec> keys;
    private final Clock clock;

    /** @throws IllegalArgumentException if a secret is none; does not repeat it */
    SignatureCheck(CallbackConfig.Callback config, Clock clock) {
        this.config = config;
        this.clock = clock;
        keys = config.secrets().orElse(List.of()).stream()
                .map(SignatureCheck::key)
                .toList();
    }

    private static SecretKeySpec key(String secret) {
        try {
            var bytes = secret.startsWith(BASE64)
                    ? Base64.getDecoder().decode(secret.substring(BASE64.length()))
                    : secret.getBytes(StandardCharsets.UTF_8);
            return new SecretKeySpec(bytes, ALGORITHM);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("a secret is empty, or not base64 after " + BASE64);
        }
    }

    /** Whether one who knows a secret has signed the body, lately. */
    boolean passes(Function<String, Optional<String>> headers, byte[] body) {
        var scheme = config.scheme();
        var id = headers.apply(config.idHeader()).orElse("");
        var time = headers.apply(config.timestampHeader()).orElse("");
        if (scheme.isTimed() && !isRecent(time)) {
            return false;
        }
        var signatures =
                scheme.signatures(headers.apply(config.signatureHeader()).orElse(""));
        var before = scheme.before(id, time).getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> sign(key, before, body))
                .anyMatch(wanted -> signatures.stream().anyMatch(given -> MessageDigest.isEqual(wanted, given)));
    }

    private boolean isRecent(String time) {
        if (!SECONDS.matcher(time).matches()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
        return age.abs().compareTo(TOLERANCE) <= 0;
    }

    private static byte[] sign(SecretKeySpec key, byte[] before, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(before);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
