package io.chancery.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The key that encrypts session cookies. Without a configured one it is made once and kept in the data directory, so
 * that people stay signed in over a restart; several nodes need the same one, by configuration.
 */
public final class SessionKey {

    private static final String PROPERTY = "quarkus.http.auth.session.encryption-key";

    private SessionKey() {}

    /** To be called before Quarkus starts. */
    public static void provideUnlessConfigured() {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(PROPERTY, String.class).isPresent()) {
            return;
        }
        var folder = Path.of(
                config.getOptionalValue("chancery.data.directory", String.class).orElse("data"));
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("session.key");
            if (!Files.exists(file)) {
                create(file);
            }
            System.setProperty(PROPERTY, Files.readString(file).trim());
        } catch (IOException e) {
            throw new UncheckedIOException("The session key could not be read from or written to " + folder, e);
        }
    }

    private static void create(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
    }
}
