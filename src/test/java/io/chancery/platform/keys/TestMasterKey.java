package io.chancery.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Optional;

/** A master key that all tests share, also those in other processes. */
public final class TestMasterKey {

    private TestMasterKey() {}

    public static MasterKey create() {
        try {
            var folder = Files.createTempDirectory("chancery-keys");
            Files.writeString(folder.resolve("master.key"), Base64.getEncoder().encodeToString(new byte[32]));
            return new MasterKey(new KeyFolder(Optional.of(folder), folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
