package io.chancery.archive.log.note;

import java.util.Base64;

/** Base64 (RFC 4648 §4) that has one text only for the same bytes, so that no signed text can be written in two ways. */
final class StrictBase64 {

    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes of a text.
     *
     * @param what begins the sentence that refuses it
     */
    static byte[] decode(String text, String what) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            // The decoder of the JDK lets padding be left out, and takes any bits after the last byte.
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new NoteException(what + " is not base64");
    }
}
