package io.chancery.render.print.type;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import io.chancery.render.RenderException;
import io.chancery.template.Brand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One face of a brand's typeface, as {@code brand.yaml} lists it under {@code fonts}.
 *
 * @param weight 100 to 900
 */
public record FontFile(String name, String family, int weight, FontStyle style, byte[] content) {

    public static List<FontFile> of(Brand brand) {
        if (brand.settings().get("fonts") instanceof List<?> fonts && !fonts.isEmpty()) {
            return fonts.stream().map(font -> of(brand, font)).toList();
        }
        throw new RenderException("brands/" + brand.key() + "/brand.yaml: a letter needs fonts");
    }

    private static FontFile of(Brand brand, Object entry) {
        if (entry instanceof Map<?, ?> font && font.get("family") instanceof String family) {
            var path = String.valueOf(font.get("file"));
            var content = brand.assets().get(path);
            if (content == null) {
                throw new RenderException(name(brand, path) + ": there is no such file");
            }
            var file = new FontFile(
                    name(brand, path), family, weight(font.get("weight")), style(font.get("style")), content);
            file.parsed();
            return file;
        }
        throw new RenderException("brands/" + brand.key() + "/brand.yaml: each of the fonts needs a family and a file");
    }

    private static String name(Brand brand, String path) {
        return "brands/" + brand.key() + "/assets/" + path;
    }

    private static int weight(@Nullable Object weight) {
        return weight instanceof Number number ? number.intValue() : 400;
    }

    private static FontStyle style(@Nullable Object style) {
        return "italic".equals(style) ? FontStyle.ITALIC : FontStyle.NORMAL;
    }

    /** Parses the file anew: a parsed font serves one thread only. */
    TrueTypeFont parsed() {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(content));
            if (font instanceof OpenTypeFont openType && openType.isPostScript()) {
                throw new RenderException(name + ": a PDF takes TrueType outlines only, not CFF");
            }
            font.setEnableGsub(false);
            return font;
        } catch (IOException malformed) {
            throw new RenderException(name + ": cannot be read as a TrueType font", malformed);
        }
    }
}
