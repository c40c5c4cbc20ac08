package io.chancery.platform.work;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The folder this node keeps between restarts, for itself alone. Its id lies in it: a node that comes back with the same
 * folder is the same node.
 */
@ApplicationScoped
public class DataDirectory {

    private final Path path;
    private final FileChannel lock;
    private final UUID nodeId;

    /** @throws IllegalStateException if another process works with the folder */
    DataDirectory(@ConfigProperty(name = "chancery.data.directory", defaultValue = "data") Path path) {
        try {
            this.path = Files.createDirectories(path.toAbsolutePath());
            this.lock = lock(this.path);
            this.nodeId = readOrCreateId(this.path.resolve("node.id"));
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + path + " cannot be used", e);
        }
    }

    /** Where a feature keeps its own folder. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** The id of this node, the same after a restart. */
    public UUID nodeId() {
        return nodeId;
    }

    @PreDestroy
    void release() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException("Another Chancery already works with " + path
                    + ". Stop it, or give this one a folder of its own by chancery.data.directory");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static UUID readOrCreateId(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return UUID.fromString(Files.readString(file).strip());
        }
        var id = UUID.randomUUID();
        Files.writeString(file, id + "\n");
        return id;
    }
}
