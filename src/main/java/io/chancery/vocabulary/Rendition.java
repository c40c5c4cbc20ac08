package io.chancery.vocabulary;

import java.util.Map;

/**
 * What was rendered for one channel: the exact bytes that leave the house, and the envelope that the adapter needs
 * beside them. A new channel picks the form that fits: a fax is a document, a chat message is a text.
 */
public sealed interface Rendition {

    /** The bytes that are sent and kept. Not to be changed by the caller. */
    byte[] content();

    String mediaType();

    /** Sender, recipient and the like, by name; kept beside the bytes. */
    Map<String, String> envelope();

    /** Restores what {@link #content()}, {@link #mediaType()} and {@link #envelope()} gave to the archive. */
    static Rendition of(String mediaType, byte[] content, Map<String, String> envelope) {
        return switch (mediaType) {
            case Document.MEDIA_TYPE -> new Document(content, envelope);
            case Mail.MEDIA_TYPE -> new Mail(content, envelope);
            case Text.MEDIA_TYPE -> new Text(content, envelope);
            case Page.MEDIA_TYPE -> new Page(content, envelope);
            default -> throw new IllegalArgumentException("No rendition has the media type " + mediaType);
        };
    }

    /**
     * A PDF. Envelope: {@code fileName, pages, sheets, sides, form, brand, ucid, country, postcode, to} (the address on one
     * line).
     */
    record Document(byte[] content, Map<String, String> envelope) implements Rendition {
        public static final String MEDIA_TYPE = "application/pdf";

        @Override
        public String mediaType() {
            return MEDIA_TYPE;
        }
    }

    /** A whole RFC 5322 message. Envelope: {@code from, to, messageId, subject} (RFC 5321 addresses). */
    record Mail(byte[] content, Map<String, String> envelope) implements Rendition {
        public static final String MEDIA_TYPE = "message/rfc822";

        @Override
        public String mediaType() {
            return MEDIA_TYPE;
        }
    }

    /**
     * An HTML page that brings along all it shows. Envelope: {@code title, language}, and if it leads to a PDF {@code pdf}
     * (its file name).
     */
    record Page(byte[] content, Map<String, String> envelope) implements Rendition {
        public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

        @Override
        public String mediaType() {
            return MEDIA_TYPE;
        }
    }

    /** Plain text in UTF-8. Envelope of an SMS: {@code from, to, encoding, segments} (E.164 numbers). */
    record Text(byte[] content, Map<String, String> envelope) implements Rendition {
        public static final String MEDIA_TYPE = "text/plain;charset=UTF-8";

        @Override
        public String mediaType() {
            return MEDIA_TYPE;
        }
    }
}
