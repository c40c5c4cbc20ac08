package io.chancery.customer.imports;

import io.chancery.customer.source.SourceException;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.work.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The files of imports, for as long as they are needed: they are full of personal data, so nobody else may read them, and
 * they go when the import ends. A file is there whole and on the disk, or not at all.
 */
@ApplicationScoped
class Spool {

    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final int PIECE = 65_536;

    private final Path folder;
    private final Set<UUID> arriving = ConcurrentHashMap.newKeySet();

    Spool(DataDirectory directory) {
        this.folder = directory.resolve("imports");
    }

    /**
     * A file that has arrived.
     *
     * @param hash SHA-256
     */
    record Arrived(long bytes, byte[] hash) {}

    /**
     * Keeps a file, piece by piece as it comes.
     *
     * @param start what was read of the content already
     * @throws SourceException if the content breaks off; then nothing is kept
     */
    Arrived receive(UUID id, byte[] start, InputStream content) {
        arriving.add(id);
        boolean whole = false;
        try {
            var arrived = write(id, start, content);
            whole = true;
            return arrived;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an import cannot be kept", e);
        } finally {
            if (!whole) {
                delete(id);
            }
            arriving.remove(id);
        }
    }

    private Arrived write(UUID id, byte[] start, InputStream content) throws IOException {
        Files.createDirectories(folder, forOwner("rwx------"));
        var digest = Sha256.digest();
        long bytes = 0;
        try (var file = Files.newByteChannel(
                file(id), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner("rw-------"))) {
            for (var piece = start; piece.length > 0; piece = read(content)) {
                digest.update(piece);
                bytes += piece.length;
                writeFully(file, ByteBuffer.wrap(piece));
            }
            ((FileChannel) file).force(true);
        }
        forceFolder();
        return new Arrived(bytes, digest.digest());
    }

    private static void writeFully(SeekableByteChannel file, ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            file.write(piece);
        }
    }

    /** The next piece of a request; empty at its end. */
    static byte[] read(InputStream content, int length) {
        try {
            return content.readNBytes(length);
        } catch (IOException e) {
            throw SourceException.brokenStream();
        }
    }

    private static byte[] read(InputStream content) {
        return read(content, PIECE);
    }

    /** The name of the file, too, has to survive a power cut. */
    private void forceFolder() throws IOException {
        if (isPosix()) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] forOwner(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    InputStream open(UUID id) throws IOException {
        return Files.newInputStream(file(id));
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            LOG.errorf(e, "The file of import %s cannot be deleted; it is tried again within the hour", id);
        }
    }

    /** Deletes what a crash has left behind: every file whose import is none of these. */
    void keepOnly(Collection<UUID> open) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 36)
                    .map(UUID::fromString)
                    .filter(id -> !open.contains(id) && !arriving.contains(id))
                    .forEach(this::delete);
        } catch (IOException e) {
            LOG.error("The files of imports cannot be listed", e);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id.toString());
    }

    /** SHA-256 of several things together. */
    static byte[] hash(byte[]... parts) {
        var digest = Sha256.digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
