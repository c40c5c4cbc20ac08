package io.chancery.render.email;

import io.chancery.render.code.Code;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.parser.Parser;

/**
 * The codes that a mail shows, as pictures that it brings along.
 *
 * @param html in which each code is shown by {@code cid:} and the name of its picture
 * @param pictures by that name
 */
record MailCodes(String html, Map<String, Picture> pictures) {

    private static final Pattern SOURCE =
            Pattern.compile("(<img\\b[^>]*?\\bsrc=)([\"'])([a-z0-9-]+:[^\"']*)\\2", Pattern.CASE_INSENSITIVE);

    /** Side of a module in pixels of the picture. */
    private static final int SCALE = 8;

    /** Light modules around a code, so that it can be read from a dark mail too (ISO/IEC 18004 §7.3.7). */
    private static final int QUIET = 4;

    private static final int LIGHT = 0xFFFFFF;

    static MailCodes of(String html) {
        var pictures = new LinkedHashMap<String, Picture>();
        var shown = SOURCE.matcher(html).replaceAll(source -> shown(source, pictures));
        return new MailCodes(shown, pictures);
    }

    private static String shown(MatchResult source, Map<String, Picture> pictures) {
        var code = Code.find(Parser.unescapeEntities(source.group(3), true));
        if (code.isEmpty()) {
            return Matcher.quoteReplacement(source.group());
        }
        var name = "code-" + (pictures.size() + 1);
        pictures.put(name, new Picture(name + ".png", "image/png", png(code.get())));
        return Matcher.quoteReplacement(source.group(1) + "\"cid:" + name + "\"");
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
