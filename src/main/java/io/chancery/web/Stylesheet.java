package io.chancery.web;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The fingerprint of the style sheet: browsers keep it for a day, and another look needs another address. */
final class Stylesheet {

    private static final String FILE = "/META-INF/resources/assets/chancery.css";
    private static final String FINGERPRINT = fingerprint();

    private Stylesheet() {}

    @TemplateGlobal
    static String stylesheet() {
        return FINGERPRINT;
    }

    private static String fingerprint() {
        try (InputStream css = Stylesheet.class.getResourceAsStream(FILE)) {
            if (css == null) {
                throw new IllegalStateException("The style sheet is missing: " + FILE);
            }
            var checksum = new CRC32();
            checksum.update(css.readAllBytes());
            return Long.toHexString(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
