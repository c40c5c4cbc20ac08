package io.chancery.render.email;

import io.chancery.render.RenderException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The name of an attached file that every system can save.
 *
 * @param text with its ending
 */
record FileName(String text) {

    private static final int LONGEST = 80;

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    FileName {
        if (new HeaderText(text).text().contains("\"")) {
            throw new IllegalArgumentException("Not a file name for a header");
        }
    }

    /**
     * Makes a file name of a line: what any system forbids in one becomes an underscore.
     *
     * @param ending such as {@code .pdf}; added if it is missing
     */
    static FileName of(String line, String ending) {
        var safe = HeaderText.of(line).text().replaceAll("[/\\\\:*?\"<>|]", "_").replaceAll("^[. ]+|[. ]+$", "");
        var stem = safe.endsWith(ending) ? safe.substring(0, safe.length() - ending.length()) : safe;
        if (stem.isBlank()) {
            throw new RenderException("The attachment has no file name");
        }
        return new FileName(first(stem, LONGEST - ending.length()) + ending);
    }

    private static String first(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** The value of {@code Content-Disposition} (RFC 2183), with the plain name for old readers before RFC 2231's. */
    String disposition(String type) {
        var plain = plain();
        var disposition = type + "; filename=\"" + plain + "\"";
        return plain.equals(text) ? disposition : disposition + "; filename*=UTF-8''" + percentEncoded();
    }

    private String plain() {
        return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^ -~]", "_");
    }

    private String percentEncoded() {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(UNRESERVED.indexOf(octet) >= 0 ? Character.toString(octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }
}
