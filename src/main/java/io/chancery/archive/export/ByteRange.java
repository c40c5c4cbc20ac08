package io.chancery.archive.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an export.
 *
 * @param from its first byte
 * @param to the byte after its last
 */
public record ByteRange(long from, long to) {

    private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /**
     * What a header asks for (RFC 9110 §14); null for the whole, if it asks for nothing or for several parts.
     *
     * @throws ExportException if there are no such bytes
     */
    static @Nullable ByteRange read(@Nullable String header, long size) {
        var matcher = SINGLE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return null;
        }
        if (matcher.group(1).isEmpty()) {
            return checked(Math.max(0, size - Long.parseLong(matcher.group(2))), size, size);
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(matcher.group(2)) + 1);
        return checked(from, to, size);
    }

    private static ByteRange checked(long from, long to, long size) {
        if (from >= size || from >= to) {
            throw ExportException.unsatisfiable();
        }
        return new ByteRange(from, to);
    }

    /** As an answer says it. */
    String header(long size) {
        return "bytes %d-%d/%d".formatted(from, to - 1, size);
    }
}
