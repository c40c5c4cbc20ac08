package io.chancery.render.print.type;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.util.OpenUtil;
import io.chancery.render.RenderException;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures text by the widths that the faces remember, and stops at a character that no font has: the library would print
 * {@code #} in its place and say nothing, in the middle of a customer's name.
 */
public final class CheckedText extends PdfBoxTextRenderer {

    /** What the library takes for no width at all, so that lines break where it would break them. */
    private static final float DELTA = 0.01f;

    private final String brand;
    private final IntConsumer measured;

    /**
     * @param measured is told how many characters
     */
    public CheckedText(String brand, IntConsumer measured) {
        this.brand = brand;
        this.measured = measured;
    }

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        measured.accept(text.length());
        var fonts = ((PdfBoxFSFont) font).getFontDescriptions();
        if (fonts.isEmpty()) {
            return nothing(text);
        }
        var first = face(fonts.get(0));
        float sum = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (OpenUtil.isSafeFontCodePointToPrint(codePoint)) {
                float width = first.width(codePoint);
                sum += width >= 0 ? width : widthElsewhere(fonts, codePoint);
            }
        }
        float width = sum / 1000f * font.getSize2D();
        return width - Math.floor(width) < DELTA ? (int) width : (int) Math.ceil(width);
    }

    /** Without a font the library leaves text out; between elements there may be blanks that nobody misses. */
    private int nothing(String text) {
        if (!text.isBlank()) {
            throw new RenderException("The style sheet asks for a font that brand " + brand + " has not");
        }
        return 0;
    }

    private float widthElsewhere(List<FontDescription> fonts, int codePoint) {
        for (var font : fonts) {
            float width = face(font).width(codePoint);
            if (width >= 0) {
                return width;
            }
        }
        if (Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint)) {
            return Math.max(0, face(fonts.get(0)).width(' '));
        }
        if (OpenUtil.isCodePointPrintable(codePoint)) {
            throw new RenderException("The fonts of brand " + brand + " have no character " + name(codePoint));
        }
        return 0;
    }

    private static Face face(FontDescription font) {
        if (font instanceof Faces.InUse used) {
            return used.face();
        }
        throw new RenderException(
                "The style sheet brings a font (@font-face); a brand's fonts stand in its brand.yaml");
    }

    private static String name(int codePoint) {
        return String.format("U+%04X (%s)", codePoint, Character.getName(codePoint));
    }
}
