package io.chancery.platform.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and checks tokens for links: an id and an end, signed with HMAC-SHA-256 for one use. A token carries no personal
 * data, and one that was made for another use, another id or another end is none.
 */
@ApplicationScoped
public class SignedLinks {

    private static final int CLAIM = 24;
    private static final int SIGNATURE = 32;

    private final LinkKey key;
    private final Clock clock;

    SignedLinks(LinkKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * What a genuine token says.
     *
     * @param expired whether its end has passed
     */
    public record Claim(UUID id, boolean expired) {}

    /** A token that names the id until the end, for this use alone. */
    public String sign(String use, UUID id, Instant end) {
        var claim = ByteBuffer.allocate(CLAIM)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(end.getEpochSecond())
                .array();
        var token = ByteBuffer.allocate(CLAIM + SIGNATURE).put(claim).put(key.sign(use, claim));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** What the token says, if we have made it for this use. */
    public Optional<Claim> verify(String use, String token) {
        var bytes = decode(token);
        if (bytes.length != CLAIM + SIGNATURE) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var claim = new byte[CLAIM];
        var signature = new byte[SIGNATURE];
        buffer.get(claim).get(signature);
        if (!MessageDigest.isEqual(signature, key.sign(use, claim))) {
            return Optional.empty();
        }
        var read = ByteBuffer.wrap(claim);
        var id = new UUID(read.getLong(), read.getLong());
        var end = Instant.ofEpochSecond(read.getLong());
        return Optional.of(new Claim(id, !end.isAfter(clock.instant())));
    }

    /** Only as we write it ourselves: base64 has spare bits, and one link has one address. */
    private static byte[] decode(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            var canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return canonical.equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
