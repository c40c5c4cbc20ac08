package io.chancery.render.email;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes text as quoted-printable (RFC 2045 §6.7), line by line: texts of whole lines can be encoded apart and joined. The
 * library that puts the rest of a mail together makes three octets of every full stop, and takes longer for it than all else.
 */
final class QuotedPrintable {

    /** In octets, without the {@code =} of a soft line break. */
    private static final int LONGEST_LINE = 75;

    private static final int ESCAPED = 3;

    /** What old stores of mail take for the beginning of the next one (RFC 2049 §3). */
    private static final byte[] MBOX = "From ".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] SOFT_LINE_END = {'=', '\r', '\n'};
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        this.out = new byte[text.length + text.length / 2 + LONGEST_LINE];
    }

    /** @param text its lines end with LF, CR or both, and get both (RFC 2046 §4.1.1) */
    static byte[] of(byte[] text) {
        return new QuotedPrintable(text).encoded();
    }

    private byte[] encoded() {
        int at = 0;
        while (at < text.length) {
            if (isLineEnd(at)) {
                write(LINE_END);
                column = 0;
                at += startsWith(LINE_END, at) ? LINE_END.length : 1;
            } else {
                at = encode(at);
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** At least one octet; gives where the next one is. */
    private int encode(int at) {
        makeRoom(1);
        int end = endOfPlain(at);
        if (end > at) {
            write(text, at, end);
            return end;
        }
        makeRoom(ESCAPED);
        write(new byte[] {'=', DIGITS[text[at] >> 4 & 0xF], DIGITS[text[at] & 0xF]});
        return at + 1;
    }

    private void makeRoom(int octets) {
        if (column + octets > LONGEST_LINE) {
            write(SOFT_LINE_END);
            column = 0;
        }
    }

    /** How far octets go on this line that stand for themselves. */
    private int endOfPlain(int start) {
        int most = Math.min(text.length, start + LONGEST_LINE - column);
        int end = start;
        while (end < most && isPlain(text[end])) {
            end++;
        }
        if (end == start || (column == 0 && isTakenForMore(start))) {
            return start;
        }
        return isLostBefore(end) ? end - 1 : end;
    }

    private static boolean isPlain(byte octet) {
        return octet >= ' ' && octet <= '~' && octet != '=';
    }

    /** A full stop at the beginning of a line may end a mail on the way (RFC 5321 §4.5.2), or be doubled. */
    private boolean isTakenForMore(int start) {
        return text[start] == '.' || startsWith(MBOX, start);
    }

    /** A blank at the end of a line may get lost on the way. */
    private boolean isLostBefore(int end) {
        return text[end - 1] == ' ' && (end == text.length || isLineEnd(end));
    }

    private boolean isLineEnd(int at) {
        return text[at] == '\r' || text[at] == '\n';
    }

    private boolean startsWith(byte[] octets, int at) {
        int end = at + octets.length;
        return end <= text.length && Arrays.equals(text, at, end, octets, 0, octets.length);
    }

    private void write(byte... octets) {
        write(octets, 0, octets.length);
    }

    private void write(byte[] octets, int start, int end) {
        int size = end - start;
        if (length + size > out.length) {
            out = Arrays.copyOf(out, (length + size) * 2);
        }
        System.arraycopy(octets, start, out, length, size);
        length += size;
        column += size;
    }
}
