package io.chancery.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
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

    /** The text of a file, which is made once if it is missing. */
    public String readOrCreate(String name, Supplier<String> content) {
        return SecretFile.readOrCreate(path.resolve(name), content);
    }
}
