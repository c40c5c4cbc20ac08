package io.chancery.dispatch.print.window;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads where the ink of each glyph of a first page is: its outline, and not the size of its font. */
final class FirstPage extends PDFTextStripper {

    private static final double MILLIMETRES = 25.4 / 72;

    private final List<Glyph> glyphs = new ArrayList<>();
    private AffineTransform paper = new AffineTransform();

    /**
     * One glyph that leaves ink.
     *
     * @param text empty if the font does not say
     */
    record Glyph(Box box, String text) {}

    private FirstPage() {
        setEndPage(1);
    }

    static List<Glyph> glyphs(PDDocument document) throws IOException {
        var page = new FirstPage();
        page.getText(document);
        return page.glyphs;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        var box = page.getMediaBox();
        paper = new AffineTransform(
                MILLIMETRES,
                0,
                0,
                -MILLIMETRES,
                -box.getLowerLeftX() * MILLIMETRES,
                box.getUpperRightY() * MILLIMETRES);
        super.processPage(page);
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        var ink = paper.createTransformedShape(outline(rendering, font, code)).getBounds2D();
        if (ink.getWidth() > 0 && ink.getHeight() > 0) {
            var text = Objects.requireNonNullElse(font.toUnicode(code), "");
            glyphs.add(new Glyph(new Box(ink.getMinX(), ink.getMinY(), ink.getMaxX(), ink.getMaxY()), text));
        }
    }

    /** Of a font that is made of pictures only the advance is known. */
    private static Shape outline(Matrix rendering, PDFont font, int code) throws IOException {
        if (font instanceof PDVectorFont drawn) {
            var transform = rendering.createAffineTransform();
            transform.concatenate(font.getFontMatrix().createAffineTransform());
            return transform.createTransformedShape(drawn.getNormalizedPath(code));
        }
        return rendering
                .createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, font.getWidth(code) / 1000, 1));
    }
}
