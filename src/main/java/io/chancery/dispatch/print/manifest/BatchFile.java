package io.chancery.dispatch.print.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip file that is handed over: the PDF and both manifests. The same content gives the same bytes. */
public final class BatchFile {

    /** From the first day that a zip file can say, so that Java does not add a time of its own in the zone of the machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private BatchFile() {}

    /** @return how many bytes it has */
    public static long write(Path zip, Path pdf, Manifest manifest) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            try (var content = Files.newInputStream(pdf)) {
                add(manifest.pdf(), content, out);
            }
            add("manifest.json", new ByteArrayInputStream(ManifestJson.write(manifest)), out);
            add("manifest.csv", new ByteArrayInputStream(ManifestCsv.write(manifest)), out);
        }
        return Files.size(zip);
    }

    private static void add(String name, InputStream content, ZipOutputStream zip) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        content.transferTo(zip);
        zip.closeEntry();
    }
}
