package io.chancery.render.print;

import io.chancery.render.code.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A code as rectangles, one for each run of dark modules, so that it is sharp at any size. One point is one module. */
final class CodeForm {

    /** Of 46 mm: the cross with its white border, the black square in it, and the white bars (Guidelines, §6.4.2). */
    private static final float SIDE = 46;

    private final Code code;
    private final StringBuilder operators = new StringBuilder("0 g\n");

    private CodeForm(Code code) {
        this.code = code;
    }

    static PDFormXObject of(Code code, PDDocument document) {
        var drawn = new CodeForm(code);
        drawn.modules();
        if (code.hasSwissCross()) {
            drawn.cross();
        }
        var form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(code.width(), code.height()));
        try (var content = form.getStream().createOutputStream(COSName.FLATE_DECODE)) {
            content.write(drawn.operators.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return form;
    }

    private void modules() {
        for (int y = 0; y < code.height(); y++) {
            for (int x = 0; x < code.width(); x++) {
                int from = x;
                while (x < code.width() && code.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    rectangle(from, code.height() - 1 - y, x - from, 1);
                }
            }
        }
        operators.append("f\n");
    }

    private void cross() {
        operators.append("1 g\n");
        centred(7, 7);
        operators.append("f\n0 g\n");
        centred(6, 6);
        operators.append("f\n1 g\n");
        centred(1.17f, 3.89f);
        centred(3.89f, 1.17f);
        operators.append("f\n");
    }

    /** A rectangle in the middle, in millimetres of a code of 46 mm. */
    private void centred(float width, float height) {
        float module = code.width() / SIDE;
        rectangle(
                (code.width() - width * module) / 2,
                (code.height() - height * module) / 2,
                width * module,
                height * module);
    }

    private void rectangle(float x, float y, float width, float height) {
        operators
                .append(x)
                .append(' ')
                .append(y)
                .append(' ')
                .append(width)
                .append(' ')
                .append(height)
                .append(" re\n");
    }
}
