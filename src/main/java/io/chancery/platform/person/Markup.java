package io.chancery.platform.person;

/** Texts in HTML. */
public final class Markup {

    private Markup() {}

    /** Whatever it says, it stays a text. */
    public static String text(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
