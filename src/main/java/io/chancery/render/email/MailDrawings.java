package io.chancery.render.email;

import io.chancery.render.RenderException;
import io.chancery.render.chart.Chart;
import io.chancery.render.chart.ChartDrawing;
import io.chancery.render.chart.ChartLook;
import io.chancery.render.code.Code;
import io.chancery.template.Brand;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The codes and charts that a mail shows, as pictures that it brings along. */
final class MailDrawings {

    /** Nobody scans more from one mail, and each is a picture to draw. */
    private static final int MOST = 20;

    /** Side of a module in pixels of the picture. */
    private static final int SCALE = 8;

    /** Light modules around a code, so that it can be read from a dark mail too (ISO/IEC 18004 §7.3.7). */
    private static final int QUIET = 4;

    private static final int LIGHT = 1;

    private MailDrawings() {}

    /**
     * Shows each by {@code cid:} and the name of its picture; one that is shown again is the same picture.
     *
     * @return the pictures by that name
     */
    static Map<String, Picture> draw(Document mail, Brand brand) {
        var names = new HashMap<String, String>();
        var pictures = new LinkedHashMap<String, Picture>();
        for (var shown : mail.select("img[src]")) {
            var address = shown.attr("src");
            if (Chart.isNamedBy(address)) {
                var chart = Chart.of(address, shown.attr("alt"));
                show(shown, names.computeIfAbsent(address, said -> drawn("chart", () -> png(chart, brand), pictures)));
            } else if (Code.isNamedBy(address)) {
                show(shown, names.computeIfAbsent(address, said -> drawn("code", () -> png(Code.of(said)), pictures)));
            }
        }
        return pictures;
    }

    private static void show(Element shown, String name) {
        shown.attr("src", "cid:" + name);
    }

    private static String drawn(String kind, Supplier<byte[]> png, Map<String, Picture> pictures) {
        if (pictures.size() >= MOST) {
            throw new RenderException("email.html: a mail shows at most " + MOST + " different codes and charts");
        }
        var name = kind + "-" + (pictures.size() + 1);
        pictures.put(name, new Picture(name + ".png", "image/png", Encoded.binary(png.get())));
        return name;
    }

    private static byte[] png(Chart chart, Brand brand) {
        return new ChartDrawing(chart, ChartLook.of(brand)).png();
    }

    private static byte[] png(Code code) {
        var image = new BufferedImage(
                (code.width() + 2 * QUIET) * SCALE,
                (code.height() + 2 * QUIET) * SCALE,
                BufferedImage.TYPE_BYTE_BINARY);
        var dots = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dots.setSample(x, y, 0, isDark(code, x / SCALE - QUIET, y / SCALE - QUIET) ? 0 : LIGHT);
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
