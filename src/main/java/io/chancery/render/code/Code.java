package io.chancery.render.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import io.chancery.render.RenderException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.Arrays;
import java.util.Map;

/**
 * A code as dark and light modules, without the quiet zone that belongs around it. A message names it as the source of a
 * picture: {@code <img src="qr:…">}, {@code swiss-qr:}, {@code datamatrix:} or {@code code128:} and what it says.
 */
public final class Code {

    /** Height of a bar in widths of its narrowest: a code of lines has no height of its own. */
    private static final int BAR_HEIGHT = 30;

    private final Kind kind;
    private final BitMatrix modules;

    private Code(Kind kind, BitMatrix modules) {
        this.kind = kind;
        this.modules = modules;
    }

    private enum Kind {
        /** ISO/IEC 18004, error correction M, UTF-8 without saying so, as payment apps read it. */
        QR("qr:") {
            @Override
            BitMatrix encode(String text) {
                return qr(text);
            }
        },
        /** The same with the Swiss cross in its centre (Swiss Implementation Guidelines QR-bill, §6.4). */
        SWISS_QR("swiss-qr:") {
            @Override
            BitMatrix encode(String text) {
                return qr(text);
            }
        },
        /** ISO/IEC 16022. */
        DATA_MATRIX("datamatrix:") {
            @Override
            BitMatrix encode(String text) {
                var square = Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE);
                return trimmed(new DataMatrixWriter().encode(text, BarcodeFormat.DATA_MATRIX, 1, 1, square));
            }
        },
        /** ISO/IEC 15417. */
        CODE_128("code128:") {
            @Override
            BitMatrix encode(String text) {
                var bars = trimmed(new Code128Writer()
                        .encode(text, BarcodeFormat.CODE_128, 1, 1, Map.of(EncodeHintType.MARGIN, 0)));
                return tall(bars);
            }
        };

        private final String scheme;

        Kind(String scheme) {
            this.scheme = scheme;
        }

        abstract BitMatrix encode(String text);

        Code of(String text) {
            try {
                return new Code(this, encode(text));
            } catch (IllegalArgumentException impossible) {
                throw new RenderException(
                        "The text of a code (" + scheme + ") is empty, too long, or has characters it cannot carry",
                        impossible);
            }
        }

        private static BitMatrix qr(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("Nothing to encode");
            }
            var code = QrCode.encodeSegments(
                    QrSegment.makeSegments(text), QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, QrCode.MAX_VERSION, -1, false);
            var modules = new BitMatrix(code.size);
            for (int y = 0; y < code.size; y++) {
                for (int x = 0; x < code.size; x++) {
                    if (code.getModule(x, y)) {
                        modules.set(x, y);
                    }
                }
            }
            return modules;
        }

        private static BitMatrix trimmed(BitMatrix encoded) {
            var edge = encoded.getEnclosingRectangle();
            var trimmed = new BitMatrix(edge[2], edge[3]);
            for (int y = 0; y < edge[3]; y++) {
                for (int x = 0; x < edge[2]; x++) {
                    if (encoded.get(edge[0] + x, edge[1] + y)) {
                        trimmed.set(x, y);
                    }
                }
            }
            return trimmed;
        }

        private static BitMatrix tall(BitMatrix line) {
            var tall = new BitMatrix(line.getWidth(), BAR_HEIGHT);
            for (int x = 0; x < line.getWidth(); x++) {
                if (line.get(x, 0)) {
                    tall.setRegion(x, 0, 1, BAR_HEIGHT);
                }
            }
            return tall;
        }
    }

    /**
     * Reads the source of a picture that names a code.
     *
     * @throws RenderException if the code cannot carry the text
     */
    public static Code of(String source) {
        for (var kind : Kind.values()) {
            if (source.startsWith(kind.scheme)) {
                return kind.of(source.substring(kind.scheme.length()));
            }
        }
        throw new IllegalArgumentException("Not a code");
    }

    /** Whether the source of a picture names a code. */
    public static boolean isNamedBy(String source) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> source.startsWith(kind.scheme));
    }

    /** In modules. */
    public int width() {
        return modules.getWidth();
    }

    /** In modules. */
    public int height() {
        return modules.getHeight();
    }

    public boolean isDark(int x, int y) {
        return modules.get(x, y);
    }

    /** Whether the Swiss cross is drawn over its centre. */
    public boolean hasSwissCross() {
        return kind == Kind.SWISS_QR;
    }
}
