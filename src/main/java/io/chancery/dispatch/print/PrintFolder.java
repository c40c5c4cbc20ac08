package io.chancery.dispatch.print;

import io.chancery.platform.work.DataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Files by delivery, whole or not at all. The place of a file follows from the delivery's id alone (the day it was made,
 * then one of 256 folders), so a repeat replaces its file wherever and whenever it is made, and a million letters a day
 * are some thousand files in each folder.
 */
final class PrintFolder {

    private final Path root;

    PrintFolder(Path root) {
        this.root = root;
    }

    /** Where it lies. */
    static Path place(PrintConfig config, DataDirectory data) {
        return config.folder().orElseGet(() -> data.resolve("print"));
    }

    Path folderOf(UUID deliveryId) {
        // UUID version 7 begins with the milliseconds since 1970 (RFC 9562 §5.7).
        var made = Instant.ofEpochMilli(deliveryId.getMostSignificantBits() >>> 16);
        var day = made.atOffset(ZoneOffset.UTC).toLocalDate();
        var part = "%02x".formatted(deliveryId.getLeastSignificantBits() & 0xff);
        return root.resolve(day.toString()).resolve(part);
    }

    /** A file that is on disk but not in its place yet. */
    record Draft(Path written, Path place) implements AutoCloseable {

        /** Lets the file appear under its name, and stay there even if the power goes. */
        void publish() throws IOException {
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(written);
        }
    }

    /** Writes the content beside its place. */
    Draft write(UUID deliveryId, String suffix, byte[] content) throws IOException {
        var folder = Files.createDirectories(folderOf(deliveryId));
        var draft = new Draft(folder.resolve("." + deliveryId + suffix + ".part"), folder.resolve(deliveryId + suffix));
        try (var channel = FileChannel.open(
                draft.written(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return draft;
    }

    /** Deletes all that is there of a delivery: the manifest first, so that nobody takes what is left for whole. */
    void delete(UUID deliveryId) throws IOException {
        var place = folderOf(deliveryId);
        for (var suffix : List.of(".json", ".pdf")) {
            Files.deleteIfExists(place.resolve(deliveryId + suffix));
            Files.deleteIfExists(place.resolve("." + deliveryId + suffix + ".part"));
        }
    }

    /** Makes the names in the delivery's folder outlive a power cut, where the system can. */
    void force(UUID deliveryId) throws IOException {
        if (folderOf(deliveryId).getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var folder = FileChannel.open(folderOf(deliveryId), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
