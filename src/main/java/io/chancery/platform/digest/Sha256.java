package io.chancery.dispatch.print.stream.share;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What content is known by. */
public final class Sha256 {

    private Sha256() {}

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String of(byte[] content) {
        return hexadecimal(digest().digest(content));
    }

    public static String hexadecimal(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
