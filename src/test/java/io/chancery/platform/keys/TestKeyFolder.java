package io.chancery.platform.keys;

import java.nio.file.Path;
import java.util.Optional;

/** A folder of keys of a test's own. */
public final class TestKeyFolder {

    private TestKeyFolder() {}

    public static KeyFolder in(Path folder) {
        return new KeyFolder(Optional.of(folder), folder);
    }
}
