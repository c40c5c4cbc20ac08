package io.chancery.dispatch.print.piece;

/**
 * What the letters of an envelope must have in common.
 *
 * @param sender the brand
 * @param form where the envelope's window is, as {@code Rendition.Document}'s envelope calls it
 */
public record Stationery(String sender, String form, Paper paper) {

    public Stationery {
        if (!form.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("A form has a code that can be part of a file name");
        }
    }
}
