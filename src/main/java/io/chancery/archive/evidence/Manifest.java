package io.chancery.archive.evidence;

import io.chancery.archive.log.Hash;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The list of an export's files: JSON that has one text only, a line for each file, in their order. Its SHA-256 is what is
 * signed.
 */
public final class Manifest {

    /** What it ends with: itself, which cannot have its own hash. */
    public static final String LAST = "{\"name\":\"" + EvidenceNames.MANIFEST + "\"}\n]}\n";

    private static final String FORMAT = "chancery-export-1";
    private static final Pattern FIRST =
            Pattern.compile("\\{\"format\":\"" + FORMAT + "\",\"id\":\"([0-9a-f-]{36})\",\"files\":\\[\n");
    private static final Pattern LINE =
            Pattern.compile("\\{\"name\":\"([^\"]+)\",\"size\":(0|[1-9][0-9]{0,17}),\"sha256\":\"([0-9a-f]{64})\"},\n");

    private Manifest() {}

    /** A line of it. */
    public record Line(String name, long size, Hash sha256) {}

    public static String first(UUID id) {
        return "{\"format\":\"%s\",\"id\":\"%s\",\"files\":[\n".formatted(FORMAT, id);
    }

    public static String line(PackedFile file) {
        return "{\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\"},\n".formatted(file.name(), file.size(), file.sha256());
    }

    /** The id of the export, if it is a first line. */
    public static Optional<String> readFirst(String text) {
        var matcher = FIRST.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What it says of a file, if it is such a line. */
    public static Optional<Line> readLine(String text) {
        var matcher = LINE.matcher(text);
        return matcher.matches()
                ? Optional.of(new Line(
                        matcher.group(1), Long.parseLong(matcher.group(2)), Hash.ofHexadecimal(matcher.group(3))))
                : Optional.empty();
    }

    /** What is signed of it: begins like no checkpoint, so that neither signature can pass for the other. */
    public static String signedText(String id, Hash sha256) {
        return "%s\n%s\n%s\n".formatted(FORMAT, id, sha256);
    }
}
