package io.chancery.render.difference;

/**
 * A file inside a mail or a letter.
 *
 * @param mediaType without parameters
 */
public record EnclosedFile(String name, String mediaType, byte[] content) {

    private static final String PDF = "application/pdf";

    boolean isLetter() {
        return mediaType.equals(PDF);
    }

    boolean isText() {
        return mediaType.startsWith("text/") || mediaType.endsWith("xml");
    }
}
