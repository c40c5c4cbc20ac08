package io.chancery.render.email.stencil;

import java.util.List;

/** Tells words, which every reader of HTML takes for text and nothing else, from all that may have a meaning to one. */
final class Plain {

    /** What Qute's escaper makes. */
    private static final List<String> REFERENCES = List.of("&amp;", "&lt;", "&gt;", "&quot;", "&#39;");

    private static final int FIRST_LATIN = 0xA0;
    private static final int LAST_LATIN = 0x24F;

    /** Of typography and of figures. */
    private static final String SIGNS =
            "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E\u2022\u2026\u202F\u20AC\u2212";

    private Plain() {}

    /** Not with blanks at an end: where text may not stand, a blank is no text. */
    static boolean isPlain(String piece) {
        int length = piece.length();
        if (length == 0 || piece.charAt(0) == ' ' || piece.charAt(length - 1) == ' ') {
            return false;
        }
        for (int at = 0; at < length; at++) {
            char c = piece.charAt(at);
            if (!isPlain(c) && !(c == '&' && isReference(piece, at))) {
                return false;
            }
        }
        return true;
    }

    /** Beyond Latin letters and typographic signs only letters: marks and directions need a look at what is around them. */
    private static boolean isPlain(char c) {
        return switch (c) {
            case '<', '>', '&', '"', '\'', '`' -> false;
            default ->
                (c >= ' ' && c <= '~')
                        || (c >= FIRST_LATIN && c <= LAST_LATIN)
                        || SIGNS.indexOf(c) >= 0
                        || Character.isLetter(c);
        };
    }

    private static boolean isReference(String piece, int at) {
        return REFERENCES.stream().anyMatch(reference -> piece.startsWith(reference, at));
    }

    /** Whether what follows could be read as the rest of a character reference. */
    static boolean leavesReferenceOpen(String piece) {
        int start = piece.lastIndexOf('&');
        return start >= 0
                && piece.chars().skip(start + 1L).allMatch(c -> c == '#' || Character.isLetterOrDigit((char) c));
    }
}
