package io.chancery.render.chart;

import io.chancery.render.RenderException;
import io.chancery.render.proof.Colour;
import io.chancery.template.Brand;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How a brand's charts look: the first of its fonts, and {@code charts} in {@code brand.yaml}.
 *
 * @param series colours of the first and the second series
 * @param text colour of labels
 * @param line colour of the grid
 */
public record ChartLook(Font font, List<Color> series, Color text, Color line) {

    /** Contrasts that WCAG 2.1 demands of small text (1.4.3) and of shapes (1.4.11). */
    private static final double OF_TEXT = 4.5;

    private static final double OF_SHAPES = 3;
    private static final int KEPT = 32;
    private static final Map<UUID, ChartLook> LOOKS = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ChartLook> eldest) {
            return size() > KEPT;
        }
    };

    /** @throws RenderException if the brand says nothing about charts */
    public static ChartLook of(Brand brand) {
        synchronized (LOOKS) {
            return LOOKS.computeIfAbsent(brand.id(), id -> read(brand));
        }
    }

    /** Anything else would be drawn as an empty box. */
    void demandCharactersOf(String text) {
        int missing = font.canDisplayUpTo(text);
        if (missing >= 0) {
            int codePoint = text.codePointAt(missing);
            throw new RenderException("The font of charts has no character U+%04X (%s)"
                    .formatted(codePoint, Character.getName(codePoint)));
        }
    }

    private static ChartLook read(Brand brand) {
        var first = colour(brand, "first");
        var second = colour(brand, "second");
        var text = colour(brand, "text");
        demand(brand, "text", text.contrast(Colour.WHITE), OF_TEXT, "paper");
        demand(brand, "first", first.contrast(Colour.WHITE), OF_SHAPES, "paper");
        demand(brand, "second", second.contrast(Colour.WHITE), OF_SHAPES, "paper");
        demand(
                brand,
                "second",
                second.contrast(first),
                OF_SHAPES,
                "charts.first, as it has to be in print without colour");
        return new ChartLook(font(brand), List.of(awt(first), awt(second)), awt(text), awt(colour(brand, "line")));
    }

    private static void demand(Brand brand, String name, double contrast, double least, String other) {
        if (contrast < least) {
            throw new RenderException("brands/%s/brand.yaml: charts.%s cannot be told apart from %s (WCAG 1.4.11)"
                    .formatted(brand.key(), name, other));
        }
    }

    private static Color awt(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue());
    }

    private static Colour colour(Brand brand, String name) {
        return brand.findText("charts", name)
                .flatMap(Colour::find)
                .orElseThrow(() -> new RenderException(
                        "brands/" + brand.key() + "/brand.yaml: a chart needs the colour charts." + name));
    }

    private static Font font(Brand brand) {
        if (brand.settings().get("fonts") instanceof List<?> fonts) {
            return fonts.stream()
                    .filter(font -> font instanceof Map<?, ?> face && isPlain(face))
                    .findFirst()
                    .map(font -> brand.assets().get(String.valueOf(((Map<?, ?>) font).get("file"))))
                    .map(content -> parsed(brand, content))
                    .orElseThrow(() -> noFont(brand));
        }
        throw noFont(brand);
    }

    private static boolean isPlain(Map<?, ?> face) {
        return Integer.valueOf(400).equals(face.get("weight")) && "normal".equals(face.get("style"));
    }

    private static RenderException noFont(Brand brand) {
        return new RenderException("brands/" + brand.key() + "/brand.yaml: a chart needs a font of weight 400");
    }

    private static Font parsed(Brand brand, byte[] content) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(content));
        } catch (FontFormatException | IOException malformed) {
            throw new RenderException("brands/" + brand.key() + ": a font cannot be used in charts", malformed);
        }
    }
}
