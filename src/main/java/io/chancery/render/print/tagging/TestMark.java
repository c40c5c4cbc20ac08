package io.chancery.render.print.tagging;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * The word TEST across a page, grey, and everything else can be read through it. It is drawn and not set, so that it needs
 * no font; and it only decorates, so that nobody hears it read out on every page: the title says it, too.
 */
public final class TestMark {

    /** Each letter as lines through points, in a box of one by one. */
    private static final List<float[][]> LETTERS = List.of(
            new float[][] {{0, 1, 1, 1}, {0.5f, 1, 0.5f, 0}},
            new float[][] {{1, 1, 0, 1, 0, 0, 1, 0}, {0, 0.5f, 0.8f, 0.5f}},
            new float[][] {{1, 1, 0, 1, 0, 0.5f, 1, 0.5f, 1, 0, 0, 0}},
            new float[][] {{0, 1, 1, 1}, {0.5f, 1, 0.5f, 0}});

    /** Of a letter and the gap behind it, in widths of a letter. */
    private static final float STEP = 1.4f;

    private static final float WIDTH_ON_PAGE = 0.13f;
    private static final float LINE = 0.2f;
    private static final float GREY = 0.8f;
    private static final int SLOPE = 45;

    private TestMark() {}

    /** Marks every page. */
    public static void stamp(PDDocument document) throws IOException {
        var through = new PDExtendedGraphicsState();
        through.setBlendMode(BlendMode.MULTIPLY);
        for (var page : document.getPages()) {
            try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                content.beginMarkedContent(COSName.ARTIFACT);
                content.saveGraphicsState();
                content.setGraphicsStateParameters(through);
                draw(content, page);
                content.restoreGraphicsState();
                content.endMarkedContent();
            }
        }
    }

    private static void draw(PDPageContentStream content, PDPage page) throws IOException {
        var box = page.getMediaBox();
        float size = (box.getWidth() + box.getHeight()) / 2 * WIDTH_ON_PAGE;
        content.transform(Matrix.getRotateInstance(
                Math.toRadians(SLOPE),
                box.getLowerLeftX() + box.getWidth() / 2,
                box.getLowerLeftY() + box.getHeight() / 2));
        content.transform(Matrix.getScaleInstance(size, size));
        content.transform(Matrix.getTranslateInstance(-(STEP * LETTERS.size() - STEP + 1) / 2, -0.5f));
        content.setStrokingColor(GREY, GREY, GREY);
        content.setLineWidth(LINE);
        for (int i = 0; i < LETTERS.size(); i++) {
            for (var line : LETTERS.get(i)) {
                draw(content, line, i * STEP);
            }
        }
    }

    private static void draw(PDPageContentStream content, float[] line, float x) throws IOException {
        content.moveTo(x + line[0], line[1]);
        for (int i = 2; i < line.length; i += 2) {
            content.lineTo(x + line[i], line[i + 1]);
        }
        content.stroke();
    }
}
