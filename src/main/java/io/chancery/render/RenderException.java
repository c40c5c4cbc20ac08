package io.chancery.render;

/** A message that cannot be rendered: the template, the data or a missing glyph is at fault, and trying again is no use. */
public final class RenderException extends RuntimeException {

    /**
     * @param message says what is wrong and where, in words for an author, without personal data
     */
    public RenderException(String message) {
        super(message);
    }

    public RenderException(String message, Throwable cause) {
        super(message, cause);
    }
}
