package io.chancery.platform.work;

import java.nio.file.Path;

/** A data directory of a test's own. */
public final class TestDataDirectory {

    private TestDataDirectory() {}

    public static DataDirectory in(Path folder) {
        return new DataDirectory(folder);
    }
}
