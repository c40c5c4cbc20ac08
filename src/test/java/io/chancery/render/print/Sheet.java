package io.chancery.render.print;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** One page of a letter as it is printed: its words and its lines, measured in millimetres from the top left corner. */
final class Sheet {

    private static final double MM = 72 / 25.4;

    private final List<Words> words = new ArrayList<>();
    private final String text;

    private Sheet(String text) {
        this.text = text;
    }

    /**
     * Text of one line that stands together.
     *
     * @param box from the base line up to the height of its capitals
     */
    record Words(String text, Rectangle2D box) {}

    /** @param number from 1 */
    static Sheet of(PDDocument document, int number) throws IOException {
        var lines = on(number, new PDFTextStripper());
        lines.setSortByPosition(true);
        var sheet = new Sheet(lines.getText(document));
        on(number, new Reader(sheet.words)).getText(document);
        return sheet;
    }

    private static PDFTextStripper on(int number, PDFTextStripper reader) {
        reader.setStartPage(number);
        reader.setEndPage(number);
        return reader;
    }

    List<Words> words() {
        return words;
    }

    /** The words that begin so. */
    Words words(String beginning) {
        return words.stream()
                .filter(line -> line.text().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is not among " + words));
    }

    /** Line by line from the top. */
    String text() {
        return text;
    }

    /** The middle of each thin line of a first page that lies wholly between two distances from the left edge. */
    static List<Double> linesBetween(double left, double right, PDDocument document) throws IOException {
        return new Plate(document)
                .firstPage().stream()
                        .filter(shape -> shape.getMinX() >= left && shape.getMaxX() <= right && shape.getHeight() < 0.5)
                        .map(Rectangle2D::getCenterY)
                        .sorted()
                        .toList();
    }

    /** Reads words in the order in which they were set. */
    private static final class Reader extends PDFTextStripper {

        private final List<Words> words;

        Reader(List<Words> words) {
            this.words = words;
        }

        @Override
        protected void writeString(String text, List<TextPosition> glyphs) {
            var box = new Rectangle2D.Double();
            for (int i = 0; i < glyphs.size(); i++) {
                var glyph = glyphs.get(i);
                var one = new Rectangle2D.Double(
                        glyph.getXDirAdj() / MM,
                        (glyph.getYDirAdj() - glyph.getHeightDir()) / MM,
                        glyph.getWidthDirAdj() / MM,
                        glyph.getHeightDir() / MM);
                box.setRect(i == 0 ? one : box.createUnion(one));
            }
            words.add(new Words(text, box));
        }
    }

    /** Draws a page to see what is filled and stroked on it. */
    private static final class Plate extends PDFRenderer {

        private static final int COARSE = 36;

        private final List<Rectangle2D> shapes = new ArrayList<>();

        Plate(PDDocument document) {
            super(document);
        }

        List<Rectangle2D> firstPage() throws IOException {
            renderImageWithDPI(0, COARSE);
            return shapes;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new Pen(parameters, shapes);
        }
    }

    /** Notes each shape before it is drawn. */
    private static final class Pen extends PageDrawer {

        private final List<Rectangle2D> shapes;
        private final double height;

        Pen(PageDrawerParameters parameters, List<Rectangle2D> shapes) throws IOException {
            super(parameters);
            this.shapes = shapes;
            this.height = parameters.getPage().getMediaBox().getHeight();
        }

        @Override
        public void fillPath(int windingRule) throws IOException {
            note();
            super.fillPath(windingRule);
        }

        @Override
        public void strokePath() throws IOException {
            note();
            super.strokePath();
        }

        private void note() {
            var box = getLinePath().getBounds2D();
            shapes.add(new Rectangle2D.Double(
                    box.getMinX() / MM, (height - box.getMaxY()) / MM, box.getWidth() / MM, box.getHeight() / MM));
        }
    }
}
