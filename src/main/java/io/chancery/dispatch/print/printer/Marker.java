package io.chancery.dispatch.print.printer;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the {@code .sent} file beside a batch says: its size and its SHA-256. It is written last, so a batch without one is not whole. */
record Marker(byte[] content) {

    static Marker of(Path file) throws IOException {
        var said = Files.size(file) + " " + Sha256.of(file) + "\n";
        return new Marker(said.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws TargetException if another file was sent under the name */
    void checkSame(byte[] sent) {
        if (!Arrays.equals(content, sent)) {
            throw new TargetException(Kind.REFUSED, "Another file has been sent under this name");
        }
    }
}
