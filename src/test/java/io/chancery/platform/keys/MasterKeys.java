package io.chancery.platform.keys;

import java.nio.file.Path;
import java.util.Optional;

/** Master keys for tests that need no Quarkus. */
public final class MasterKeys {

    private MasterKeys() {}

    /** The one in a folder, which is made if there is none. */
    public static MasterKey in(Path folder) {
        return new MasterKey(new KeyFolder(Optional.of(folder), folder));
    }
}
