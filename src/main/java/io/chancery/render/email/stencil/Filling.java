package io.chancery.render.email.stencil;

import java.util.List;

/**
 * A stencil with what goes into its gaps.
 *
 * @param words in HTML, the only markup in them what Qute's escaper makes of characters
 */
public record Filling<T>(T stencil, List<String> words) {

    private static final String NO_BREAK_SPACE = "\u00A0";

    /** The words as they are read. */
    public List<String> read() {
        return words.stream().map(Filling::read).toList();
    }

    /** The words as jsoup writes them, which escapes what has to be and no more. */
    public List<String> written() {
        return words.stream().map(Filling::written).toList();
    }

    private static String read(String words) {
        return words.indexOf('&') < 0
                ? words
                : unquoted(words).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String written(String words) {
        return unquoted(words).replace(NO_BREAK_SPACE, "&nbsp;");
    }

    private static String unquoted(String words) {
        return words.replace("&quot;", "\"").replace("&#39;", "'");
    }
}
