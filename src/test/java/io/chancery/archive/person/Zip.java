package io.chancery.archive.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** What is in a ZIP, by name. */
public record Zip(Map<String, byte[]> files) {

    public static Zip of(byte[] bytes) {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zip(files);
    }

    public String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    /** All its texts one after the other. */
    public String data() {
        var all = new StringBuilder();
        files.keySet().stream().filter(name -> !name.startsWith("documents/")).forEach(name -> all.append(text(name)));
        return all.toString();
    }
}
