package io.chancery.dispatch.email.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;

/** A private key in a file: PKCS#8 in PEM (RFC 7468 §10). */
final class KeyFile {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private KeyFile() {}

    /** @throws GeneralSecurityException if there is none; says why, and nothing of what is in the file */
    static byte[] read(Path file) throws GeneralSecurityException {
        var pem = PRIVATE_KEY.matcher(text(file));
        if (!pem.find()) {
            throw new GeneralSecurityException("it is not a PKCS#8 key in PEM («BEGIN PRIVATE KEY»);"
                    + " openssl pkcs8 -topk8 -nocrypt makes one of other forms");
        }
        try {
            return Base64.getMimeDecoder().decode(pem.group(1));
        } catch (IllegalArgumentException damaged) {
            throw new GeneralSecurityException("its Base64 is damaged");
        }
    }

    private static String text(Path file) throws GeneralSecurityException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new GeneralSecurityException("there is no such file", e);
        } catch (IOException e) {
            throw new GeneralSecurityException("it cannot be read", e);
        }
    }
}
