package io.chancery.dispatch.print.stream.share;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** An outline with its metrics. Of a composite one, the parts are named by the codes of their glyphs. */
record Glyph(byte[] outline, int advance, int leftBearing) {

    private static final int HEADER = 10;
    private static final int WORDS = 0x0001;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int MATRIX = 0x0080;

    /** The same glyph in a file in which its parts have other numbers. */
    static byte[] renumbered(byte[] outline, IntUnaryOperator numbers) {
        if (outline.length == 0 || ByteBuffer.wrap(outline).getShort() >= 0) {
            return outline;
        }
        var copy = outline.clone();
        var parts = ByteBuffer.wrap(copy).position(HEADER);
        int flags;
        do {
            flags = parts.getShort();
            int at = parts.position();
            int part = Short.toUnsignedInt(parts.getShort());
            parts.putShort(at, (short) numbers.applyAsInt(part));
            parts.position(parts.position() + placement(flags));
        } while ((flags & MORE) != 0);
        return copy;
    }

    private static int placement(int flags) {
        int offsets = (flags & WORDS) == 0 ? 2 : 4;
        if ((flags & SCALE) != 0) {
            return offsets + 2;
        }
        if ((flags & TWO_SCALES) != 0) {
            return offsets + 4;
        }
        return (flags & MATRIX) == 0 ? offsets : offsets + 8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glyph glyph
                && advance == glyph.advance
                && leftBearing == glyph.leftBearing
                && Arrays.equals(outline, glyph.outline);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(outline) + advance;
    }
}
