package io.chancery.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the keys lie, each in a file that its owner alone may read; all nodes of an installation need the same. */
@ApplicationScoped
public class KeyFolder {

    private final Path path;

    /** @param configured {@code keys} in the data directory if nothing is */
    KeyFolder(
            @ConfigProperty(name = "chancery.keys.directory") Optional<Path> configured,
            @ConfigProperty(name = "chancery.data.directory", defaultValue = "data") Path data) {
        path = configured.orElse(data.resolve("keys")).toAbsolutePath();
    }

    /** For whoever has to be told where it is. */
    public Path path() {
        return path;
    }

    /** The text of a file, which is made once if it is missing: whole, or not at all. */
    public String readOrCreate(String name, Supplier<String> content) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(file, content.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " can be neither read nor made", e);
        }
    }

    private void create(Path file, String content) throws IOException {
        Files.createDirectories(path);
        var written = path.resolve(file.getFileName() + "." + UUID.randomUUID());
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, content);
        try {
            // Unlike a move, a link never replaces the key that another node has made meanwhile.
            Files.createLink(file, written);
            Files.delete(written);
        } catch (FileAlreadyExistsException e) {
            Files.delete(written);
        } catch (UnsupportedOperationException e) {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
