package io.chancery.platform.stream;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Physical lines of bounded length. Never fails on content: what is wrong with a line is told with the line. */
final class TextLines {

    /** As {@link #text}'s place-holder for bytes that are not in the character set. */
    private static final char UNDECODABLE = '\uFFFD';

    /**
     * One line, without its end.
     *
     * @param flaw why it cannot be taken; {@link Flaw#NONE} if it can
     */
    record TextLine(long number, String text, Flaw flaw) {}

    /** What can be wrong with a line as such. */
    enum Flaw {
        NONE("", ""),
        TOO_LONG("line-too-long", "Longer than " + RawRecord.MAX_LENGTH + " characters"),
        ENCODING("bad-encoding", "Bytes that do not belong to the character set"),
        CHARACTER("bad-character", "A NUL character");

        final String code;
        final String detail;

        Flaw(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }

        /** What is wrong with the characters of a text. */
        static Flaw of(CharSequence text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == UNDECODABLE) {
                    return ENCODING;
                }
                if (c == 0) {
                    return CHARACTER;
                }
            }
            return NONE;
        }
    }

    private final Reader reader;
    private final char[] buffer = new char[16_384];
    private final StringBuilder line = new StringBuilder();
    private final Deque<TextLine> returned = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;
    private boolean tooLong;

    TextLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line; empty at the end. */
    Optional<TextLine> next() throws IOException {
        if (!returned.isEmpty()) {
            return Optional.of(returned.removeFirst());
        }
        return position == limit && !fill() ? Optional.empty() : Optional.of(read());
    }

    private TextLine read() throws IOException {
        number++;
        line.setLength(0);
        tooLong = false;
        boolean ended = takePiece();
        while (!ended && fill()) {
            ended = takePiece();
        }
        if (ended) {
            skipLineEnd();
        }
        return new TextLine(number, tooLong ? "" : line.toString(), tooLong ? Flaw.TOO_LONG : flaw());
    }

    /** Takes what the buffer has of the line; true if that is its end. */
    private boolean takePiece() {
        int end = endOfLine();
        tooLong |= line.length() + (end - position) > RawRecord.MAX_LENGTH;
        if (!tooLong) {
            line.append(buffer, position, end - position);
        }
        position = end;
        return end < limit;
    }

    /** Gives lines back, to be read again in this order. */
    void giveBack(List<TextLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            returned.addFirst(lines.get(i));
        }
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    /** LF, CRLF, and the CR of old. */
    private void skipLineEnd() throws IOException {
        boolean carriageReturn = buffer[position++] == '\r';
        if (carriageReturn && (position < limit || fill()) && buffer[position] == '\n') {
            position++;
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, reader.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private Flaw flaw() {
        return Flaw.of(line);
    }
}
