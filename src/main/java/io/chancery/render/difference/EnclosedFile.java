package io.chancery.render.difference;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A file inside a mail or a letter.
 *
 * @param mediaType without parameters
 */
public record EnclosedFile(String name, String mediaType, byte[] content) {

    static final String CALENDAR = "text/calendar";
    private static final String PDF = "application/pdf";

    /** The entry of a calendar is named after the delivery that brings it. */
    private static final Pattern DELIVERY = Pattern.compile("(?m)^UID:[^@]+");

    private static final String FOLD = "\r\n ";

    boolean isLetter() {
        return mediaType.equals(PDF);
    }

    /** As it can be compared, line by line. */
    String text() {
        var text = new String(content, StandardCharsets.UTF_8);
        return mediaType.equals(CALENDAR)
                ? DELIVERY.matcher(text.replace(FOLD, "")).replaceAll("UID:")
                // Markup often is one long line, which nobody can read.
                : text.replace("><", ">\n<");
    }

    boolean isText() {
        return mediaType.startsWith("text/") || mediaType.endsWith("xml");
    }
}
