package io.chancery.archive.log;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 32 bytes that SHA-256 made, keyed or not. */
public final class Hash {

    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The hash that these bytes are.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash that {@link #toString} has written so. */
    public static Hash ofHexadecimal(String text) {
        return of(HexFormat.of().parseHex(text));
    }

    /** The hash that lies among other bytes. */
    public static Hash at(int offset, byte[] bytes) {
        return of(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** The hash as a digest gives it, whose bytes nobody else has. */
    static Hash made(byte[] digest) {
        return new Hash(digest);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
