package io.chancery.render.email;

import io.chancery.render.chart.Chart;
import io.chancery.render.chart.ChartDrawing;
import io.chancery.render.chart.ChartLook;
import io.chancery.render.code.Code;
import io.chancery.template.Brand;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The codes and charts that a mail shows, as pictures that it brings along. */
final class MailCodes {

    /** Side of a module in pixels of the picture. */
    private static final int SCALE = 8;

    /** Light modules around a code, so that it can be read from a dark mail too (ISO/IEC 18004 §7.3.7). */
    private static final int QUIET = 4;

    private static final int LIGHT = 0xFFFFFF;

    private MailCodes() {}

    /**
     * Shows each by {@code cid:} and the name of its picture.
     *
     * @return the pictures by that name
     */
    static Map<String, Picture> draw(Document mail, Brand brand) {
        var pictures = new LinkedHashMap<String, Picture>();
        for (var shown : mail.select("img[src]")) {
            Code.find(shown.attr("src")).ifPresent(code -> show(shown, "code", png(code), pictures));
            Chart.find(shown.attr("src"), shown.attr("alt"))
                    .ifPresent(chart ->
                            show(shown, "chart", new ChartDrawing(chart, ChartLook.of(brand)).png(), pictures));
        }
        return pictures;
    }

    private static void show(Element shown, String kind, byte[] png, Map<String, Picture> pictures) {
        var name = kind + "-" + (pictures.size() + 1);
        pictures.put(name, new Picture(name + ".png", "image/png", png));
        shown.attr("src", "cid:" + name);
    }

    private static byte[] png(Code code) {
        var image = new BufferedImage(
                (code.width() + 2 * QUIET) * SCALE,
                (code.height() + 2 * QUIET) * SCALE,
                BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, isDark(code, x / SCALE - QUIET, y / SCALE - QUIET) ? 0 : LIGHT);
            }
        }
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isDark(Code code, int x, int y) {
        return x >= 0 && y >= 0 && x < code.width() && y < code.height() && code.isDark(x, y);
    }
}
