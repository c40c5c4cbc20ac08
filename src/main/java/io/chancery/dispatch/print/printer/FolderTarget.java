package io.chancery.dispatch.print.printer;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A folder that somebody empties.
 *
 * @param outgoing for batches
 * @param incoming for response files
 */
public record FolderTarget(Path outgoing, Path incoming) implements PrintTarget, ResponseSource {

    @Override
    public String deliver(Consignment consignment) {
        var place = outgoing.resolve(consignment.name());
        try {
            Files.createDirectories(outgoing);
            var marker = Marker.of(consignment.file());
            var sent = outgoing.resolve(consignment.name() + FileName.SENT);
            if (Files.exists(sent)) {
                marker.checkSame(Files.readAllBytes(sent));
                return place.toString();
            }
            Files.copy(consignment.file(), part(place), StandardCopyOption.REPLACE_EXISTING);
            publish(place);
            Files.write(part(sent), marker.content());
            publish(sent);
            return place.toString();
        } catch (IOException failed) {
            throw temporary(failed);
        }
    }

    private static Path part(Path place) {
        return place.resolveSibling(place.getFileName() + FileName.PART);
    }

    /** It is there under its name, whole, and stays there even if the power goes. */
    private void publish(Path place) throws IOException {
        force(part(place), StandardOpenOption.WRITE);
        Files.move(part(place), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (outgoing.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(outgoing, StandardOpenOption.READ);
        }
    }

    private static void force(Path file, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    @Override
    public List<String> list() {
        if (!Files.isDirectory(incoming)) {
            return List.of();
        }
        try (var files = Files.list(incoming)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(FileName::isResponse)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw temporary(failed);
        }
    }

    @Override
    public byte[] read(String name) {
        try {
            return Files.readAllBytes(incoming.resolve(FileName.check(name)));
        } catch (IOException failed) {
            throw temporary(failed);
        }
    }

    @Override
    public void archive(String name) {
        try {
            var done = Files.createDirectories(incoming.resolve(FileName.DONE));
            Files.move(
                    incoming.resolve(FileName.check(name)),
                    done.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw temporary(failed);
        }
    }

    private static TargetException temporary(IOException failed) {
        return new TargetException(
                Kind.TEMPORARY, "The folder does not work: " + failed.getClass().getSimpleName(), failed);
    }
}
