package io.chancery.render;

/** A message that cannot be rendered: the template, the data or a missing glyph is at fault, and trying again is no use. */
public final class RenderException extends RuntimeException {

    private final int column;
    private final String pointer;

    /**
     * @param message says what is wrong and where, in words for an author, without personal data
     */
    public RenderException(String message) {
        this(message, 0);
    }

    /** @param column of the line that the message names, counted from 1; 0 if nobody knows */
    RenderException(String message, int column) {
        this(message, column, "");
    }

    private RenderException(String message, int column, String pointer) {
        super(message);
        this.column = column;
        this.pointer = pointer;
    }

    public RenderException(String message, Throwable cause) {
        super(message, cause);
        this.column = 0;
        this.pointer = "";
    }

    /**
     * The same of a text in the settings of a template.
     *
     * @param pointer to the text, which the line is counted in
     */
    RenderException in(String pointer) {
        return new RenderException(String.valueOf(getMessage()), column, pointer);
    }

    /** Empty if the line is that of the file. */
    String pointer() {
        return pointer;
    }

    int column() {
        return column;
    }
}
