package io.chancery.archive.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a text that need not fit into memory, each with its new line. */
final class Lines {

    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private int no;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Which line was read last, from 1. */
    int no() {
        return no;
    }

    /** A line is no text, or endless. */
    static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1;

        BrokenException(String reason) {
            super(reason);
        }
    }

    /** Empty at the end. */
    Optional<String> next() throws IOException, BrokenException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0; one = in.read()) {
            line.write(one);
            if (one == '\n') {
                break;
            }
            if (line.size() > LONGEST) {
                throw new BrokenException("line %d is too long".formatted(no + 1));
            }
        }
        no++;
        return line.size() == 0 ? Optional.empty() : Optional.of(text(line.toByteArray()));
    }

    private String text(byte[] line) throws BrokenException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenException("line %d is not UTF-8".formatted(no));
        }
    }
}
