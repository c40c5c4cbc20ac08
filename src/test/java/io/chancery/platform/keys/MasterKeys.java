package io.chancery.platform.keys;

import io.chancery.platform.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Keys for tests that need no Quarkus. */
public final class MasterKeys {

    private static final MasterKey SHARED = readOnce();

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
        return SHARED;
    }

    /** Of a file that is gone when it has been read. */
    private static MasterKey readOnce() {
        try (var folder = ScratchFolder.create("chancery-keys")) {
            var key = Base64.getEncoder().encodeToString(new byte[32]);
            Files.writeString(folder.path().resolve("master.key"), key);
            return in(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
