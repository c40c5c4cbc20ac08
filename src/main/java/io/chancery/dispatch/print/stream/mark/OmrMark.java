package io.chancery.dispatch.print.stream.mark;

import java.util.BitSet;

/**
 * Lines that an inserter counts, from the top: a start mark on each sheet, one on the last sheet of a piece, three for the
 * sheet's number in the batch modulo 8 (highest bit first), one that makes the number of lines even, and a safety mark on
 * each sheet.
 */
final class OmrMark {

    /** At least 10 mm. */
    static final double LENGTH = 10;

    /** To the next mark and what else is printed, above and below. */
    static final double CLEAR = 20;

    /** 0.35 to 0.7 mm. */
    private static final double THICKNESS = 0.5;

    /** From line to line, at least 2.54 mm; 2.91 to 4.2 mm with many makes. */
    private static final double PITCH = 4;

    private static final int START = 0;
    private static final int END = 1;
    private static final int SEQUENCE = 2;
    private static final int SEQUENCE_BITS = 3;
    private static final int PARITY = 5;
    private static final int SAFETY = 6;

    static final double HEIGHT = SAFETY * PITCH + THICKNESS;

    private OmrMark() {}

    /** Which of the seven lines are drawn. */
    static BitSet lines(Sheet sheet) {
        var lines = new BitSet();
        lines.set(START);
        lines.set(SAFETY);
        lines.set(END, sheet.isLast());
        for (int bit = 0; bit < SEQUENCE_BITS; bit++) {
            lines.set(SEQUENCE + bit, (sheet.sequence() >> (SEQUENCE_BITS - 1 - bit) & 1) == 1);
        }
        lines.set(PARITY, lines.cardinality() % 2 == 1);
        return lines;
    }

    static void draw(Sheet sheet, Ink ink) {
        lines(sheet).stream().forEach(line -> ink.rectangle(0, line * PITCH, LENGTH, THICKNESS));
        ink.fill();
    }
}
