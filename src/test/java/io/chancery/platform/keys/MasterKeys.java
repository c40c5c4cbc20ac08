package io.chancery.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Keys for tests that need no Quarkus. */
public final class MasterKeys {

    private MasterKeys() {}

    public static KeyFolder folder(Path path) {
        return new KeyFolder(Optional.of(path), path);
    }

    /** The one in a folder, made if it has none. */
    public static MasterKey in(Path path) {
        return new MasterKey(folder(path));
    }

    /** One that all tests share, also those in other processes. */
    public static MasterKey shared() {
        try {
            var folder = Files.createTempDirectory("chancery-keys");
            Files.writeString(folder.resolve("master.key"), Base64.getEncoder().encodeToString(new byte[32]));
            return in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
