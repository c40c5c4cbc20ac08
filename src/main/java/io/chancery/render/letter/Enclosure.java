package io.chancery.render.letter;

/**
 * A document of the brand that goes with one letter.
 *
 * @param title as the letter names it
 * @param path under the brand's {@code assets/}
 */
public record Enclosure(String title, String path) {}
