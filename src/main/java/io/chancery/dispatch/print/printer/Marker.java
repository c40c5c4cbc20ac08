package io.chancery.dispatch.print.printer;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What the {@code .sent} file beside a batch says: its size and its SHA-256. It is written last, so a batch without one is not whole. */
record Marker(byte[] content) {

    static Marker of(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            var hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
            return new Marker((size + " " + hash + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws TargetException if another file was sent under the name */
    void checkSame(byte[] sent) {
        if (!Arrays.equals(content, sent)) {
            throw new TargetException(Kind.REFUSED, "Another file has been sent under this name");
        }
    }
}
