package io.chancery.render.print.type;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A parsed face that one press keeps from letter to letter, with the widths of its characters. For one thread. */
public final class Face {

    private static final float MISSING = -1;
    private static final float UNKNOWN = Float.NaN;
    private static final int COMMON = 0x2200;

    private final FontFile file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float scale;
    private final float[] common = new float[COMMON];
    private final Map<Integer, Float> rare = new HashMap<>();

    public Face(FontFile file) {
        this.file = file;
        this.font = file.parsed();
        try {
            this.glyphs = font.getUnicodeCmapLookup();
            this.scale = 1000f / font.getUnitsPerEm();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        Arrays.fill(common, UNKNOWN);
    }

    public FontFile file() {
        return file;
    }

    /**
     * Makes the font of one document when it is first needed; only the characters used end up in it.
     *
     * @param made is told of the font
     */
    public PDFontSupplier in(PDDocument document, Consumer<PDFont> made) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                try {
                    var loaded = PDType0Font.load(document, font, true);
                    made.accept(loaded);
                    return loaded;
                } catch (IOException malformed) {
                    throw new UncheckedIOException(malformed);
                }
            }
        };
    }

    boolean has(int codePoint) {
        return width(codePoint) != MISSING;
    }

    /** In thousandths of the font size, rounded as PDFBox writes it into the file; negative if there is no such glyph. */
    float width(int codePoint) {
        if (codePoint >= COMMON) {
            return rare.computeIfAbsent(codePoint, this::measured);
        }
        float width = common[codePoint];
        if (Float.isNaN(width)) {
            width = measured(codePoint);
            common[codePoint] = width;
        }
        return width;
    }

    private float measured(int codePoint) {
        try {
            int glyph = glyphs.getGlyphId(codePoint);
            return glyph == 0 ? MISSING : Math.round(font.getAdvanceWidth(glyph) * scale);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
