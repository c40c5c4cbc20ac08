package io.chancery.dispatch.print.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of one batch are made; gone when it is closed. */
public record BatchFolder(Path path) implements AutoCloseable {

    /** A new one, that only we can look into. */
    static BatchFolder create(Path work) throws IOException {
        return new BatchFolder(Files.createTempDirectory(Files.createDirectories(work), "batch"));
    }

    /** Deletes what a process has left that was killed. */
    static void clear(Path work) throws IOException {
        if (Files.isDirectory(work)) {
            try (var left = Files.newDirectoryStream(work)) {
                for (var folder : left) {
                    new BatchFolder(folder).close();
                }
            }
        }
    }

    public Path pdf() {
        return path.resolve("batch.pdf");
    }

    public Path zip() {
        return path.resolve("batch.zip");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(zip());
        Files.deleteIfExists(pdf());
        Files.delete(path);
    }
}
