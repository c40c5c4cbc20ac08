package io.chancery.render;

/** A message that cannot be rendered: the template, the data or a missing glyph is at fault, and trying again is no use. */
public final class RenderException extends RuntimeException {

    private final int column;

    /**
     * @param message says what is wrong and where, in words for an author, without personal data
     */
    public RenderException(String message) {
        this(message, 0);
    }

    /** @param column of the line that the message names, counted from 1; 0 if nobody knows */
    RenderException(String message, int column) {
        super(message);
        this.column = column;
    }

    public RenderException(String message, Throwable cause) {
        super(message, cause);
        this.column = 0;
    }

    int column() {
        return column;
    }
}
