package io.chancery.dispatch.email.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a mail's header, each of its octets a character.
 *
 * @param value folded as it stands, without the end of its last line
 */
record HeaderField(String name, String value) {

    private static final String LINE_END = "\r\n";

    /** Those of a mail from top to bottom. */
    static List<HeaderField> of(byte[] mail) {
        var header = new String(mail, 0, length(mail), StandardCharsets.ISO_8859_1);
        var fields = new ArrayList<HeaderField>();
        int start = 0;
        while (start < header.length()) {
            int end = header.indexOf(LINE_END, start);
            while (isContinued(header, end)) {
                end = header.indexOf(LINE_END, end + 1);
            }
            fields.add(of(header.substring(start, end)));
            start = end + LINE_END.length();
        }
        return fields;
    }

    private static boolean isContinued(String header, int lineEnd) {
        int next = lineEnd + LINE_END.length();
        return next < header.length() && (header.charAt(next) == ' ' || header.charAt(next) == '\t');
    }

    private static HeaderField of(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("A line in the header of the mail is not part of a field");
        }
        return new HeaderField(line.substring(0, colon).stripTrailing(), line.substring(colon + 1));
    }

    /** Of the header in octets, with the end of its last line and without the empty line. */
    static int length(byte[] mail) {
        for (int i = 0; i + 3 < mail.length; i++) {
            if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
                return i + LINE_END.length();
            }
        }
        throw new IllegalArgumentException("The header of the mail does not end");
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
