package io.chancery.render.print.difference;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;

/** How a page looks, on white paper of a given size. */
final class PagePicture {

    private final BufferedImage image;
    private final double scale;
    private final double height;

    private PagePicture(BufferedImage image, double scale, double height) {
        this.image = image;
        this.scale = scale;
        this.height = height;
    }

    /** A size in points, and how many pixels a point gets. */
    record Paper(double width, double height, double scale) {

        /** A pixel for each point shows what an eye sees, and a page of A4 is compared in no time. */
        private static final double MOST_PIXELS_A_SIDE = 1_300;

        /** What both pages fit on. */
        static Paper of(PDPage one, PDPage other) {
            double width =
                    Math.max(one.getCropBox().getWidth(), other.getCropBox().getWidth());
            double height =
                    Math.max(one.getCropBox().getHeight(), other.getCropBox().getHeight());
            return new Paper(width, height, Math.min(1, MOST_PIXELS_A_SIDE / Math.max(width, height)));
        }

        private BufferedImage blank() {
            return new BufferedImage(
                    Math.max(1, (int) Math.ceil(width * scale)),
                    Math.max(1, (int) Math.ceil(height * scale)),
                    BufferedImage.TYPE_INT_RGB);
        }
    }

    /** @param number counted from 1 */
    static PagePicture of(PDDocument document, int number, Paper paper) throws IOException {
        var image = paper.blank();
        var pen = image.createGraphics();
        try {
            pen.setBackground(Color.WHITE);
            pen.clearRect(0, 0, image.getWidth(), image.getHeight());
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            renderer.renderPageToGraphics(number - 1, pen, (float) paper.scale());
        } finally {
            pen.dispose();
        }
        double height = document.getPage(number - 1).getCropBox().getHeight();
        return new PagePicture(image, paper.scale(), height);
    }

    /** Makes places grey. */
    void cover(List<Rectangle2D> places, PagePicture original) {
        Graphics2D pen = image.createGraphics();
        try {
            pen.setColor(Color.LIGHT_GRAY);
            var toPixels = new AffineTransform(scale, 0, 0, -scale, 0, original.height * scale);
            for (var place : places) {
                pen.fill(toPixels.createTransformedShape(place).getBounds());
            }
        } finally {
            pen.dispose();
        }
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    double scale() {
        return scale;
    }

    byte[] png() {
        return png(image);
    }

    static byte[] png(BufferedImage image) {
        try {
            var png = new ByteArrayOutputStream(32 * 1024);
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
