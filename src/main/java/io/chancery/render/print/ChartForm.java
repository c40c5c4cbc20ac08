package io.chancery.render.print;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import io.chancery.render.chart.ChartDrawing;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A chart as lines and areas, sharp at any size. */
final class ChartForm {

    private ChartForm() {}

    static PDFormXObject of(ChartDrawing drawing, PDDocument document) {
        try {
            var graphics = new PdfBoxGraphics2D(document, ChartDrawing.WIDTH, ChartDrawing.HEIGHT);
            drawing.paint(graphics);
            graphics.dispose();
            return graphics.getXFormObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
