package io.chancery.platform.security;

import io.chancery.platform.keys.SecretFile;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The key that encrypts session cookies. Without a configured one it is made once and kept in the data directory, so
 * that people stay signed in over a restart; several nodes need the same one, by configuration.
 */
public final class SessionKey {

    private static final String PROPERTY = "quarkus.http.auth.session.encryption-key";

    private static final int BYTES = 32;

    private SessionKey() {}

    /** To be called before Quarkus starts. */
    public static void provideUnlessConfigured() {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(PROPERTY, String.class).isPresent()) {
            return;
        }
        var folder = Path.of(
                config.getOptionalValue("chancery.data.directory", String.class).orElse("data"));
        System.setProperty(
                PROPERTY, SecretFile.readOrCreate(folder.resolve("session.key"), () -> SecretFile.random(BYTES)));
    }
}
