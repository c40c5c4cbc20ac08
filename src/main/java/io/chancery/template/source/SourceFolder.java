package io.chancery.template.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeMap;

/** Takes the plain files of a folder into memory. Links are refused, whatever they point at, and so is what is too big. */
final class SourceFolder extends SimpleFileVisitor<Path> {

    static final int LARGEST_FILE = 5 * 1024 * 1024;
    static final int LARGEST_FOLDER = 64 * 1024 * 1024;
    static final int MOST_FILES = 5_000;
    private static final int DEEPEST = 8;

    private final Path root;
    private final Faults faults;
    private final TreeMap<String, byte[]> contents = new TreeMap<>();
    private long size;

    private SourceFolder(Path root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /** Reads all files; a file that cannot be taken is a fault. */
    static SourceFiles read(Path root, Faults faults) {
        var folder = new SourceFolder(root, faults);
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFiles("", folder.contents);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean hidden = !directory.equals(root) && isHidden(directory);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (contents.size() >= MOST_FILES || size + attributes.size() > LARGEST_FOLDER) {
            faults.add(nameOf(root), "holds more than %d files or %d MB".formatted(MOST_FILES, LARGEST_FOLDER >> 20));
            return FileVisitResult.TERMINATE;
        }
        if (!attributes.isRegularFile()) {
            faults.add(nameOf(file), attributes.isDirectory() ? "is nested too deep" : "is a link or no plain file");
        } else if (attributes.size() > LARGEST_FILE) {
            faults.add(nameOf(file), "is larger than %d MB".formatted(LARGEST_FILE >> 20));
        } else {
            take(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        faults.add(nameOf(file), "cannot be read");
        return FileVisitResult.CONTINUE;
    }

    /** Reads no further than the limit, and through no link, even if the file was changed since it was looked at. */
    private void take(Path file) throws IOException {
        try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var content = stream.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                faults.add(nameOf(file), "is larger than %d MB".formatted(LARGEST_FILE >> 20));
            } else {
                size += content.length;
                contents.put(nameOf(file), content);
            }
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    /** With forward slashes on every system. */
    private String nameOf(Path path) {
        return path.equals(root) ? "." : root.relativize(path).toString().replace(File.separatorChar, '/');
    }
}
