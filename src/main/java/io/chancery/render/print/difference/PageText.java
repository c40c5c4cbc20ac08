package io.chancery.render.print.difference;

import io.chancery.render.difference.text.Masks.Span;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** What a page says, and where each of its characters stands. */
final class PageText {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Rectangle2D> places = new ArrayList<>();

    private PageText() {}

    /** @param number counted from 1 */
    static PageText of(PDDocument document, int number) throws IOException {
        var page = new PageText();
        var stripper = new Reader(page);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.writeText(document, Writer.nullWriter());
        return page;
    }

    String text() {
        return text.toString();
    }

    /** Where the characters of these places stand, in points from the lower left corner. */
    List<Rectangle2D> places(List<Span> spans) {
        var found = new ArrayList<Rectangle2D>();
        for (var span : spans) {
            for (var place : places.subList(span.start(), span.end())) {
                if (place != null) {
                    found.add(place);
                }
            }
        }
        return found;
    }

    private void add(String characters, @Nullable Rectangle2D place) {
        text.append(characters);
        for (int i = 0; i < characters.length(); i++) {
            places.add(place);
        }
    }

    private static final class Reader extends PDFTextStripper {

        /** In parts of the font size: how far letters reach below the line, and from there to their tops. */
        private static final double DESCENT = 0.3;

        private static final double HEIGHT = 1.3;
        private static final float UNITS = 1000;

        private final PageText page;

        Reader(PageText page) {
            this.page = page;
        }

        @Override
        protected void writeString(String word, List<TextPosition> positions) throws IOException {
            for (var position : positions) {
                page.add(position.getUnicode(), place(position));
            }
        }

        @Override
        protected void writeWordSeparator() {
            page.add(" ", null);
        }

        @Override
        protected void writeLineSeparator() {
            page.add("\n", null);
        }

        private static Rectangle2D place(TextPosition position) throws IOException {
            double width = 0;
            for (int code : position.getCharacterCodes()) {
                width += position.getFont().getWidth(code) / UNITS;
            }
            return position.getTextMatrix()
                    .createAffineTransform()
                    .createTransformedShape(new Rectangle2D.Double(0, -DESCENT, width, HEIGHT))
                    .getBounds2D();
        }
    }
}
