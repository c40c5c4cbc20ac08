package io.chancery.render.email;

import io.chancery.render.email.stencil.Gap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The HTML of a mail and the pictures it shows, finished but for the words in its gaps. Lines without a gap are encoded.
 *
 * @param pictures by the names by which it shows them
 */
record HtmlPart(List<Lines> lines, Map<String, Picture> pictures) {

    private static final int CAPACITY = 16 * 1024;

    /**
     * @param fixed lines without a gap
     * @param size theirs in octets, before they were encoded
     * @param open the line after them, which has gaps
     */
    private record Lines(Encoded fixed, int size, String open) {

        static Lines of(String fixed, String open) {
            return new Lines(Encoded.text(fixed), octets(fixed), open);
        }
    }

    /** @param html its last line ends, too */
    static HtmlPart of(String html, Map<String, Picture> pictures) {
        var lines = new ArrayList<Lines>();
        int taken = 0;
        int start = 0;
        while (start < html.length()) {
            int next = html.indexOf('\n', start) + 1;
            var line = html.substring(start, next);
            if (Gap.isIn(line)) {
                lines.add(Lines.of(html.substring(taken, start), line));
                taken = next;
            }
            start = next;
        }
        lines.add(Lines.of(html.substring(taken), ""));
        return new HtmlPart(lines, pictures);
    }

    /** @param words plain text; none for HTML without gaps, in which what looks like one is a character of the text */
    Encoded filled(List<String> words) {
        var html = new ByteArrayOutputStream(CAPACITY);
        for (var part : lines) {
            html.writeBytes(part.fixed().octets());
            html.writeBytes(Encoded.text(Gap.filled(part.open(), words)).octets());
        }
        return new Encoded(html.toByteArray());
    }

    /** How many octets it has with words in its gaps, before it is encoded. */
    int size(List<String> words) {
        return lines.stream()
                .mapToInt(part -> part.size() + octets(Gap.filled(part.open(), words)))
                .sum();
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
