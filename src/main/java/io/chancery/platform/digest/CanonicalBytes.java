package io.chancery.platform.digest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Fields as bytes that can be read in one way only: each as its length in 4 bytes, big-endian, and its content; nothing
 * at all has the length 0xFFFFFFFF. So no two rows have the same bytes, and one has the same wherever they are made.
 */
public final class CanonicalBytes {

    private static final int NOTHING = -1;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** Adds bytes as they are. */
    public CanonicalBytes bytes(byte @Nullable [] value) {
        if (value == null) {
            return length(NOTHING);
        }
        length(value.length);
        written.writeBytes(value);
        return this;
    }

    private CanonicalBytes length(int length) {
        written.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        return this;
    }

    /** Adds a text in UTF-8. */
    public CanonicalBytes text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a number in 8 bytes. */
    public CanonicalBytes number(long value) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** Adds an id in 16 bytes. */
    public CanonicalBytes uuid(@Nullable UUID value) {
        return bytes(
                value == null
                        ? null
                        : ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(value.getMostSignificantBits())
                                .putLong(value.getLeastSignificantBits())
                                .array());
    }

    /**
     * Adds a time as microseconds since 1970.
     *
     * @throws IllegalArgumentException if it is finer than that, because the database would keep another one
     */
    public CanonicalBytes instant(@Nullable Instant value) {
        if (value == null) {
            return length(NOTHING);
        }
        if (!value.equals(value.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("Finer than a microsecond: " + value);
        }
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    /** Adds a list: how many in 4 bytes, then each. */
    public CanonicalBytes texts(List<String> values) {
        length(values.size());
        values.forEach(this::text);
        return this;
    }

    /** Adds a map: how many in 4 bytes, then each key and its value, in the order of the keys' UTF-8. */
    public CanonicalBytes map(Map<String, String> values) {
        length(values.size());
        // Not the order of strings, which differs outside the basic plane, and which other languages do not have.
        var sorted = new TreeMap<byte[], String>(Arrays::compareUnsigned);
        values.forEach((key, value) -> sorted.put(key.getBytes(StandardCharsets.UTF_8), value));
        sorted.forEach((key, value) -> bytes(key).text(value));
        return this;
    }

    /** All fields so far. */
    public byte[] toBytes() {
        return written.toByteArray();
    }

    /** HMAC-SHA256 (RFC 2104) of all fields so far: who has not the key can neither guess nor forge it. */
    public byte[] commitment(SecretKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(toBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
