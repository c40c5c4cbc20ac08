package io.chancery.template.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A folder of sources as a ZIP file. */
public final class SourceArchive {

    /** A ZIP file has a time for each file, and the same sources give the same file. */
    private static final FileTime BEGINNING = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private final Faults faults;
    private final SortedMap<String, byte[]> contents = new TreeMap<>();
    private long size;

    private SourceArchive(Faults faults) {
        this.faults = faults;
    }

    /** Writes all files; does not close the stream. */
    public static void write(SortedMap<String, byte[]> contents, OutputStream stream) throws IOException {
        var zip = new ZipOutputStream(stream);
        for (var file : contents.entrySet()) {
            var entry = new ZipEntry(file.getKey());
            entry.setLastModifiedTime(BEGINNING);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Reads all files, no further than a folder may be large; what cannot be taken is a fault. */
    static SourceFiles read(InputStream stream, Faults faults) throws IOException {
        var archive = new SourceArchive(faults);
        try (var zip = new ZipInputStream(stream)) {
            archive.read(zip);
        } catch (ZipException | IllegalArgumentException broken) {
            faults.add(".", "is no ZIP file, or a broken one");
        }
        if (archive.contents.isEmpty() && faults.count() == 0) {
            faults.add(".", "is no ZIP file, or an empty one");
        }
        return new SourceFiles("", archive.contents);
    }

    /** Stops at the first file that is too large: to get behind it, all of it would have to be unpacked. */
    private void read(ZipInputStream zip) throws IOException {
        int files = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var content = zip.readNBytes(SourceFolder.LARGEST_FILE + 1);
            size += content.length;
            if (content.length > SourceFolder.LARGEST_FILE) {
                faults.add(entry.getName(), "is larger than %d MB".formatted(SourceFolder.LARGEST_FILE >> 20));
                return;
            }
            if (++files > SourceFolder.MOST_FILES || size > SourceFolder.LARGEST_FOLDER) {
                faults.add(
                        ".",
                        "holds more than %d files or %d MB"
                                .formatted(SourceFolder.MOST_FILES, SourceFolder.LARGEST_FOLDER >> 20));
                return;
            }
            if (!entry.isDirectory() && !isHidden(entry.getName())) {
                take(entry.getName(), content);
            }
        }
    }

    private void take(String path, byte[] content) {
        if (contents.put(path, content) != null) {
            faults.add(path, "is there twice");
        }
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
