package io.chancery.platform.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The bytes with which a text names its own encoding. */
final class ByteOrderMark {

    private static final int LENGTH = 3;

    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    private ByteOrderMark() {}

    /** The stream as text, by the mark if there is one; what cannot be decoded becomes U+FFFD. */
    static Reader reader(InputStream content, Charset encoding) throws IOException {
        var pushback = new PushbackInputStream(content, LENGTH);
        var decoder = take(pushback)
                .orElse(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(pushback, decoder);
    }

    /** Takes the mark from the stream, if there is one. */
    private static Optional<Charset> take(PushbackInputStream content) throws IOException {
        byte[] start = content.readNBytes(LENGTH);
        if (Arrays.equals(start, UTF_8)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        content.unread(start);
        boolean wide = startsWith(start, UTF_16_BIG) || startsWith(start, UTF_16_LITTLE);
        // UTF-16 without an endianness reads, and drops, the mark itself.
        return wide ? Optional.of(StandardCharsets.UTF_16) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
