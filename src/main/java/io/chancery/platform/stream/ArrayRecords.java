package io.chancery.platform.stream;

import io.chancery.platform.stream.TextLines.Flaw;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * One JSON array of objects, taken element by element: memory does not grow with the array, and an element that is no
 * record costs no other. An array that is not closed was cut off, and its end is refused as such.
 */
final class ArrayRecords implements RecordStream {

    /** So much white space may stand before the array. */
    static final int LOOK_AHEAD = 8_192;

    private static final int END = -1;

    private final Reader reader;
    private final StringBuilder element = new StringBuilder();
    private long line = 1;
    private long began;
    private int depth;
    private boolean quoted;
    private boolean escaped;
    private boolean tooLong;
    private boolean ended;

    /** @param reader one that begins with an array */
    ArrayRecords(Reader reader) throws IOException {
        this.reader = reader;
        skipBlanks();
    }

    /** Whether the first thing in the text is an array. The reader stands where it stood. */
    static boolean isArray(Reader reader) throws IOException {
        reader.mark(LOOK_AHEAD);
        int c = reader.read();
        for (int i = 1; isBlank(c) && i < LOOK_AHEAD; i++) {
            c = reader.read();
        }
        reader.reset();
        return c == '[';
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (ended) {
            return rest();
        }
        element.setLength(0);
        depth = 0;
        quoted = false;
        tooLong = false;
        int c = skipBlanks();
        began = line;
        while (c != END && !(depth == 0 && !quoted && (c == ',' || c == ']'))) {
            take((char) c);
            c = read();
        }
        ended = c != ',';
        return c == END ? Optional.of(cutOff()) : element(c == ']');
    }

    private void take(char c) {
        if (quoted) {
            takeQuoted(c);
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth = Math.max(0, depth - 1);
        }
        tooLong |= element.length() >= RawRecord.MAX_LENGTH;
        if (!tooLong) {
            element.append(c);
        }
    }

    private void takeQuoted(char c) {
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            quoted = false;
        }
    }

    /** Nothing before the closing bracket is an empty array, or a comma too many: no record. */
    private Optional<Entry> element(boolean last) throws IOException {
        var text = element.toString();
        if (last && text.isBlank()) {
            return rest();
        }
        var flaw = tooLong ? Flaw.TOO_LONG : Flaw.of(text);
        return Optional.of(
                flaw == Flaw.NONE ? JsonRecords.read(began, text) : new Entry.Refused(began, flaw.code, flaw.detail));
    }

    /** What stands behind the array is not passed over in silence. */
    private Optional<Entry> rest() throws IOException {
        if (skipBlanks() == END) {
            return Optional.empty();
        }
        long where = line;
        reader.skip(Long.MAX_VALUE);
        return Optional.of(new Entry.Refused(where, "bad-json", "Something stands behind the array"));
    }

    private Entry cutOff() {
        return new Entry.Refused(began, "cut-off", "The array is not closed: here the file was cut off");
    }

    private int skipBlanks() throws IOException {
        int c = read();
        while (isBlank(c)) {
            c = read();
        }
        return c;
    }

    private int read() throws IOException {
        int c = reader.read();
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
