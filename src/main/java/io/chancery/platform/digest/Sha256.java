package io.chancery.platform.digest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as bytes and in lower-case hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /** One to be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    public static byte[] bytes(byte[] content) {
        return digest().digest(content);
    }

    public static String of(byte[] content) {
        return hexadecimal(bytes(content));
    }

    /** Of its UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file, which need not fit into memory. */
    public static String of(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return hexadecimal(in.getMessageDigest().digest());
        }
    }

    public static String hexadecimal(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
