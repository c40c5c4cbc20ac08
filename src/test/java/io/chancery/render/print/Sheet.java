package io.chancery.render.print;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** One page of a letter as it is printed: its words and its lines, in millimetres from the top left corner. */
final class Sheet {

    private static final double MM = 72 / 25.4;

    private final List<Words> words = new ArrayList<>();
    private final List<Rectangle2D> shapes = new ArrayList<>();
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
        new Shapes(document.getPage(number - 1), sheet.shapes).processPage(document.getPage(number - 1));
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

    /** The middle of each thin line that lies wholly between two distances from the left edge. */
    List<Double> linesBetween(double left, double right) {
        return shapes.stream()
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

    /** Collects what is filled or stroked. */
    private static final class Shapes extends PDFGraphicsStreamEngine {

        private final List<Rectangle2D> found;
        private final List<Point2D> path = new ArrayList<>();
        private final double height;

        Shapes(PDPage page, List<Rectangle2D> found) {
            super(page);
            this.found = found;
            this.height = page.getMediaBox().getHeight();
        }

        private void add(double x, double y) {
            path.add(new Point2D.Double(x / MM, (height - y) / MM));
        }

        private void finish() {
            if (!path.isEmpty()) {
                var box = new Rectangle2D.Double(path.get(0).getX(), path.get(0).getY(), 0, 0);
                path.forEach(box::add);
                found.add(box);
            }
            path.clear();
        }

        @Override
        public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
            List.of(a, b, c, d).forEach(corner -> add(corner.getX(), corner.getY()));
        }

        @Override
        public void moveTo(float x, float y) {
            add(x, y);
        }

        @Override
        public void lineTo(float x, float y) {
            add(x, y);
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            add(x3, y3);
        }

        @Override
        public Point2D getCurrentPoint() {
            return path.isEmpty() ? new Point2D.Double() : path.get(path.size() - 1);
        }

        @Override
        public void closePath() {
            // The corners are known.
        }

        @Override
        public void endPath() {
            path.clear();
        }

        @Override
        public void strokePath() {
            finish();
        }

        @Override
        public void fillPath(int windingRule) {
            finish();
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            finish();
        }

        @Override
        public void clip(int windingRule) {
            // What is clipped was drawn.
        }

        @Override
        public void drawImage(PDImage image) {
            // No line.
        }

        @Override
        public void shadingFill(COSName shading) {
            // No line.
        }
    }
}
