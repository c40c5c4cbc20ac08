package io.chancery.render.screen;

import io.chancery.render.RenderException;
import io.chancery.render.code.Code;
import java.nio.charset.StandardCharsets;

/** Draws a code as SVG, with the light zone around it that readers need on a dark screen (ISO/IEC 18004 §7.3.7). */
final class CodeDrawing {

    private static final int QUIET = 4;

    private CodeDrawing() {}

    static byte[] svg(Code code) {
        if (code.hasSwissCross()) {
            // A QR-bill is valid on its payment part alone, which is paper (Swiss Implementation Guidelines, §3).
            throw new RenderException("screen.html: a QR-bill belongs on its slip, in {#print}");
        }
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%d %d %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(-QUIET, -QUIET, code.width() + 2 * QUIET, code.height() + 2 * QUIET)
                + "<path fill=\"#fff\" d=\"M-%1$d-%1$dh%2$dv%3$dh-%2$dz\"/>"
                        .formatted(QUIET, code.width() + 2 * QUIET, code.height() + 2 * QUIET)
                + "<path d=\"" + darkRuns(code) + "\"/></svg>";
        return svg.getBytes(StandardCharsets.US_ASCII);
    }

    private static String darkRuns(Code code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.height(); y++) {
            for (int x = 0; x < code.width(); x++) {
                int from = x;
                while (x < code.width() && code.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
                }
            }
        }
        return path.toString();
    }
}
