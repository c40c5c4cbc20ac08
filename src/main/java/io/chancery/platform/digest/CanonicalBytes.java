package io.chancery.platform.digest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A row as bytes that can mean no other row: its fields in a fixed order, each behind its length (4 bytes, big-endian);
 * nothing at all has the length 0xFFFFFFFF, which no field can have.
 */
public final class CanonicalBytes {

    private static final int NOTHING = -1;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A field without a value. */
    public CanonicalBytes nothing() {
        return integer(NOTHING);
    }

    /** As they are. */
    public CanonicalBytes bytes(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        integer(value.length);
        out.writeBytes(value);
        return this;
    }

    /** In UTF-8. */
    public CanonicalBytes text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** In 8 bytes, big-endian. */
    public CanonicalBytes number(long value) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** Its 16 bytes. */
    public CanonicalBytes id(@Nullable UUID value) {
        return value == null
                ? nothing()
                : bytes(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    /**
     * The microseconds since 1970, as a number.
     *
     * @throws IllegalArgumentException if it is finer than that, because the database would keep another one, or so far away
     *     that they cannot be counted
     */
    public CanonicalBytes instant(@Nullable Instant value) {
        if (value == null) {
            return nothing();
        }
        if (!value.equals(value.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("Finer than a microsecond: " + value);
        }
        try {
            return number(Math.addExact(
                    Math.multiplyExact(value.getEpochSecond(), MICROS_PER_SECOND), value.getNano() / NANOS_PER_MICRO));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Not to be counted in microseconds: " + value, e);
        }
    }

    /** How many there are (4 bytes), then each as a text, in the order they have. */
    public CanonicalBytes texts(List<String> values) {
        integer(values.size());
        values.forEach(this::text);
        return this;
    }

    /** How many entries there are (4 bytes), then each key and its value as texts, in the order of the keys' bytes. */
    public CanonicalBytes map(@Nullable Map<String, ? extends @Nullable String> value) {
        if (value == null) {
            return nothing();
        }
        // Not the order of strings, which differs outside the basic plane, and which other languages do not have.
        var sorted = new TreeMap<byte[], @Nullable String>(Arrays::compareUnsigned);
        value.forEach((key, text) -> sorted.put(key.getBytes(StandardCharsets.UTF_8), text));
        integer(sorted.size());
        sorted.forEach((key, text) -> bytes(key).text(text));
        return this;
    }

    /** All fields so far. */
    public byte[] toBytes() {
        return out.toByteArray();
    }

    /** HMAC-SHA256 (RFC 2104) of all fields so far: whoever has not the key can neither guess nor forge it. */
    public byte[] commitment(SecretKey key) {
        return Hmac.of(key, toBytes());
    }

    private CanonicalBytes integer(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }
}
