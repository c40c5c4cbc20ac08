package io.chancery.render.email;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.james.mime4j.message.DefaultMessageWriter;

/**
 * What a part of a mail holds, in ASCII. Encoded before the mail is put together, so that what many mails have in common is encoded
 * once.
 */
record Encoded(byte[] octets) {

    private static final int LINE = 76;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(LINE, LINE_END);

    /** Base64 (RFC 2045 §6.8). */
    static Encoded binary(byte[] content) {
        var encoded = new ByteArrayOutputStream(content.length * 3 / 2);
        encoded.writeBytes(BASE64.encode(content));
        encoded.writeBytes(LINE_END);
        return new Encoded(encoded.toByteArray());
    }

    /** Quoted-printable (RFC 2045 §6.7) in UTF-8. Texts of whole lines, each encoded and joined, are the joined text encoded. */
    static Encoded text(String text) {
        return new Encoded(QuotedPrintable.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes mails whose parts are encoded already. */
    static final class Writer extends DefaultMessageWriter {

        @Override
        protected OutputStream encodeStream(OutputStream out, String encoding, boolean binary) {
            return out;
        }
    }
}
