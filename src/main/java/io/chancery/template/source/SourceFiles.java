package io.chancery.template.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Files by their path below a folder, in memory; where they came from, a folder or the database, makes no difference. */
public final class SourceFiles {

    static final int LARGEST_TEXT = 512 * 1024;

    private final String folder;
    private final SortedMap<String, byte[]> contents;

    SourceFiles(String folder, SortedMap<String, byte[]> contents) {
        this.folder = folder;
        this.contents = Collections.unmodifiableSortedMap(contents);
    }

    /** Files that were checked when they were first taken in. */
    public static SourceFiles of(Map<String, byte[]> contents) {
        return new SourceFiles("", new TreeMap<>(contents));
    }

    /** The contents by path, in the order of the paths. */
    public SortedMap<String, byte[]> contents() {
        return contents;
    }

    /** An id that is the same for the same paths and contents. */
    UUID contentId() {
        var all = new ByteArrayOutputStream();
        contents.forEach((path, content) -> {
            all.writeBytes((path + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
        });
        return UUID.nameUUIDFromBytes(all.toByteArray());
    }

    Set<String> paths() {
        return contents.keySet();
    }

    /** The folder's own path with a slash behind it, as faults name it. */
    String nameOf(String path) {
        return folder + path;
    }

    /** The names of the sub-folders directly below. */
    Set<String> folders() {
        var folders = new TreeSet<String>();
        for (var path : contents.keySet()) {
            int slash = path.indexOf('/');
            if (slash > 0) {
                folders.add(path.substring(0, slash));
            }
        }
        return folders;
    }

    SourceFiles in(String name) {
        var prefix = name + "/";
        var inside = new TreeMap<String, byte[]>();
        contents.tailMap(prefix).forEach((path, content) -> {
            if (path.startsWith(prefix)) {
                inside.put(path.substring(prefix.length()), content);
            }
        });
        return new SourceFiles(folder + prefix, inside);
    }

    /** The text of a file that was checked before. */
    String text(String path) {
        return text(path, new Faults()).orElseThrow(() -> new IllegalStateException("No text in " + nameOf(path)));
    }

    /** Whether a file is there, and a text that is not too long. */
    boolean isText(String path) {
        return text(path, new Faults()).isPresent();
    }

    /** The text of a file; empty, with a fault, if it is missing, too long or not UTF-8. */
    Optional<String> text(String path, Faults faults) {
        var content = contents.get(path);
        if (content == null) {
            faults.add(nameOf(path), "is missing");
            return Optional.empty();
        }
        if (content.length > LARGEST_TEXT) {
            faults.add(nameOf(path), "is larger than %d KB".formatted(LARGEST_TEXT >> 10));
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(withoutByteOrderMark(text));
        } catch (CharacterCodingException e) {
            faults.add(nameOf(path), "is not UTF-8");
            return Optional.empty();
        }
    }

    /** Some editors put one in front. */
    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
