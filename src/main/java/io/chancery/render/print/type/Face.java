package io.chancery.render.print.type;

import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** A parsed face that one press keeps from letter to letter, with the widths of its characters. For one thread. */
public final class Face {

    private static final float MISSING = -1;
    private static final float UNKNOWN = Float.NaN;
    private static final int COMMON = 0x2200;

    private static final int KEPT_SUBSETS = 64;

    /** Who uses some of them gets all. */
    private static final List<BitSet> COMPANIES = Stream.of(
                    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "ÄÖÜäöüß")
            .map(text -> text.chars().collect(BitSet::new, BitSet::set, BitSet::or))
            .toList();

    private final FontFile file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float scale;
    private final float[] common = new float[COMMON];
    private final Map<Integer, Float> rare = new HashMap<>();
    private final Map<Integer, byte[]> codes = new HashMap<>();
    private final Map<BitSet, Subset> subsets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BitSet, Subset> eldest) {
            return size() > KEPT_SUBSETS;
        }
    };
    private @Nullable PdfBoxRawPDFontMetrics metrics;

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

    String name() {
        try {
            return font.getName();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** How high it stands and where its lines are drawn. */
    PdfBoxRawPDFontMetrics metrics() {
        var known = metrics;
        if (known == null) {
            try (var document = new PDDocument()) {
                var measured = PDType0Font.load(document, font, true);
                known = PdfBoxRawPDFontMetrics.fromPdfBox(measured, measured.getFontDescriptor());
                metrics = known;
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }
        return known;
    }

    /**
     * Cuts out what a document uses, and what mostly is used with it: so letters of a kind need the same, and it is cut but
     * once. What is cut depends on the characters only, so the same letter gets the same bytes.
     */
    Subset subset(BitSet characters) {
        var whole = (BitSet) characters.clone();
        COMPANIES.stream().filter(characters::intersects).forEach(whole::or);
        return subsets.computeIfAbsent(known(whole), wanted -> Subset.of(font, wanted));
    }

    private BitSet known(BitSet characters) {
        return characters.stream().filter(this::has).collect(BitSet::new, BitSet::set, BitSet::or);
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

    /** What stands for a character in the document; empty if there is no such glyph. */
    byte[] code(int codePoint) {
        return codes.computeIfAbsent(codePoint, this::encoded);
    }

    private byte[] encoded(int codePoint) {
        int glyph = glyphs.getGlyphId(codePoint);
        return glyph == 0 ? new byte[0] : new byte[] {(byte) (glyph >> Byte.SIZE), (byte) glyph};
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
