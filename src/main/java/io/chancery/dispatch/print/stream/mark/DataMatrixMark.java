package io.chancery.dispatch.print.stream.mark;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.util.Map;

/**
 * A data matrix ECC 200 that says {@code 17-000342-K;2;3;0}: the piece, which sheet of how many, and 1 on the last sheet.
 * Cameras see it from any side, so it needs neither parity nor sequence.
 */
final class DataMatrixMark {

    /** With modules of 0.4 mm up to 20 of them, which 25 characters of such a text do not exceed. */
    static final double SIDE = 8;

    private static final Map<EncodeHintType, ?> SQUARE =
            Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE);

    private DataMatrixMark() {}

    static String text(Sheet sheet) {
        return "%s;%d;%d;%d".formatted(sheet.piece(), sheet.number(), sheet.sheets(), sheet.isLast() ? 1 : 0);
    }

    static void draw(Sheet sheet, Ink ink) {
        var modules = new DataMatrixWriter().encode(text(sheet), BarcodeFormat.DATA_MATRIX, 1, 1, SQUARE);
        ink.scale(SIDE / modules.getWidth());
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = run(modules, x, y);
                if (run > 0) {
                    ink.rectangle(x, y, run, 1);
                    x += run;
                }
            }
        }
        ink.fill();
    }

    private static int run(BitMatrix modules, int x, int y) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y)) {
            end++;
        }
        return end - x;
    }
}
