package io.chancery.dispatch.email.dkim;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The canonical form «relaxed» (RFC 6376 §3.4), in which blanks and lower case may change on the way. */
final class Relaxed {

    private static final Pattern BLANKS = Pattern.compile("[ \t]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^ | $");

    private Relaxed() {}

    /** Without the end of its line. */
    static String field(HeaderField field) {
        var oneLine = BLANKS.matcher(field.value().replace("\r\n", "")).replaceAll(" ");
        return field.name().toLowerCase(Locale.ROOT)
                + ":"
                + AT_THE_ENDS.matcher(oneLine).replaceAll("");
    }

    /** @param start where the body of the mail begins */
    static byte[] body(byte[] mail, int start) {
        var canonical = new byte[mail.length - start + 2];
        int length = 0;
        int end = 0; // of the last line that is not empty
        boolean blank = false;
        for (int i = start; i < mail.length; i++) {
            if (isLineEnd(mail, i)) {
                canonical[length++] = '\r';
                canonical[length++] = '\n';
                i++;
                blank = false;
            } else if (mail[i] == ' ' || mail[i] == '\t') {
                blank = true;
            } else {
                if (blank) {
                    canonical[length++] = ' ';
                    blank = false;
                }
                canonical[length++] = mail[i];
                end = length;
            }
        }
        return ended(canonical, end);
    }

    private static boolean isLineEnd(byte[] mail, int at) {
        return mail[at] == '\r' && at + 1 < mail.length && mail[at + 1] == '\n';
    }

    /** Without the empty lines that follow; a body that is not empty ends with a line end. */
    private static byte[] ended(byte[] canonical, int end) {
        if (end > 0) {
            canonical[end] = '\r';
            canonical[end + 1] = '\n';
        }
        return Arrays.copyOf(canonical, end == 0 ? 0 : end + 2);
    }
}
