package io.chancery.web.demo;

import io.chancery.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file beside the embedded database that is there while the demo is being loaded, so that the next start goes on after
 * a kill, and a database that once was full is not filled again.
 */
final class DemoMark {

    private final Path file;

    private DemoMark(Path file) {
        this.file = file;
    }

    /** None without an embedded database. */
    static Optional<DemoMark> find() {
        return Optional.ofNullable(EmbeddedDatabase.runningIn())
                .map(database -> new DemoMark(database.resolveSibling("demo-unfinished")));
    }

    boolean isSet() {
        return Files.exists(file);
    }

    void set() {
        try {
            Files.writeString(file, "The demo data are being loaded; the next start of Chancery will go on with it.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
