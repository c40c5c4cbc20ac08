package io.chancery.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;

/** A secret in a file that its owner alone may read, made once and then always the same. */
public final class SecretFile {

    private SecretFile() {}

    /** So many bytes at random, in Base64. */
    public static String random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * What the file says; if it is missing it is made first, whole or not at all, and never over one that somebody else has
     * just made.
     *
     * @throws UncheckedIOException if that cannot be done; names the file
     */
    public static String readOrCreate(Path file, Supplier<String> content) {
        try {
            if (!Files.exists(file)) {
                create(file.toAbsolutePath(), content.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + file + " can be neither read nor made", e);
        }
    }

    private static void create(Path file, String content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        Files.createDirectories(draft.getParent());
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, content + "\n");
            // Unlike a move, a link never replaces what another node has made meanwhile.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other one's is as good as ours.
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
