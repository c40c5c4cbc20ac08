package io.chancery.dispatch.journal;

/**
 * What the journal knows of one attempt.
 *
 * @param reference the provider's own id, empty unless it is {@link Stage#SENT}
 */
public record Trace(Stage stage, String reference) {

    /** The attempt never came to the point where the provider could have accepted. */
    public static final Trace NONE = new Trace(Stage.NOT_REACHED, "");

    /** How far the attempt came. The order is that of the file format. */
    public enum Stage {
        /** The provider cannot have accepted. */
        NOT_REACHED,
        /** The provider may have accepted. */
        INTENT,
        /** The provider did not accept, by its own word. */
        DECLINED,
        /** The provider accepted. */
        SENT
    }
}
