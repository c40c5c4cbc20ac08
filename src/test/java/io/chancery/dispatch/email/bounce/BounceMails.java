package io.chancery.dispatch.email.bounce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The collection of bounces, as they would be about a certain mail. */
public final class BounceMails {

    private static final String FORGED = "b+0000000000000000000000000a.0000000000000000@bounce.example.org";

    private BounceMails() {}

    /**
     * One of them.
     *
     * @param address the return path of the mail
     */
    public static byte[] read(String file, String address, String messageId) throws IOException {
        var localPart = address.substring(0, address.indexOf('@'));
        return Files.readString(Path.of("src/test/resources/bounces", file + ".eml"), StandardCharsets.ISO_8859_1)
                .replace("{address}", address)
                .replace("{ADDRESS}", address.toUpperCase(Locale.ROOT))
                .replace("{localPart}", localPart)
                .replace("{token}", localPart.substring(2))
                .replace("{messageId}", messageId)
                .replace("{forged}", FORGED)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
