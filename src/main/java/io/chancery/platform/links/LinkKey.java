package io.chancery.platform.links;

import io.chancery.platform.keys.SecretFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs links. Without a configured one it is made once and kept in the data directory, so that links work
 * after a restart; several nodes need the same one, by configuration.
 */
@ApplicationScoped
class LinkKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Optional<String> configured;
    private final Path folder;
    private byte @Nullable [] key;

    LinkKey(
            @ConfigProperty(name = "chancery.links.key") Optional<String> configured,
            @ConfigProperty(name = "chancery.data.directory", defaultValue = "data") String folder) {
        this.configured = configured;
        this.folder = Path.of(folder);
    }

    /** Read when the first link is made or followed. */
    synchronized byte[] bytes() {
        var known = key;
        if (known == null) {
            known = decode(configured.orElseGet(this::kept));
            key = known;
        }
        return known;
    }

    /** HMAC-SHA-256 over what is signed, for one use alone. */
    byte[] sign(String use, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(), ALGORITHM));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String text) {
        var bytes = Base64.getDecoder().decode(text.trim());
        if (bytes.length < BYTES) {
            throw new IllegalStateException("chancery.links.key needs at least 32 bytes, in base64");
        }
        return bytes;
    }

    private String kept() {
        return SecretFile.readOrCreate(folder.resolve("links.key"), () -> SecretFile.random(BYTES));
    }
}
