package io.chancery.render.print;

import io.chancery.render.RenderException;
import io.chancery.render.chart.ChartLook;
import io.chancery.render.print.enclosure.EnclosureCheck;
import io.chancery.render.print.type.FontFile;
import io.chancery.template.Brand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * What a brand brings to paper, checked once: its fonts, its drawings as vectors, its pictures, its enclosures. Shared by all presses.
 *
 * @param drawings by asset path
 * @param pictures raster images by asset path
 * @param enclosures PDFs by asset path
 * @param charts how they look, for brands that have any
 */
record BrandKit(
        UUID id,
        String key,
        List<FontFile> fonts,
        Map<String, Drawing> drawings,
        Map<String, byte[]> pictures,
        Map<String, byte[]> enclosures,
        Supplier<ChartLook> charts) {

    /** A picture this large does not belong in a letter, and decoding a larger one cannot be interrupted. */
    private static final long MOST_PIXELS = 16_000_000;

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif");

    static BrandKit of(Brand brand) {
        var drawings = new HashMap<String, Drawing>();
        var pictures = new HashMap<String, byte[]>();
        var enclosures = new HashMap<String, byte[]>();
        brand.assets().forEach((path, content) -> {
            var type = path.substring(path.lastIndexOf('.') + 1);
            if (type.equals("svg")) {
                drawings.put(path, Drawing.of(name(brand, path), content));
            } else if (PICTURES.contains(type)) {
                pictures.put(path, checked(name(brand, path), content));
            } else if (type.equals("pdf")) {
                enclosures.put(path, EnclosureCheck.checked(name(brand, path), content));
            }
        });
        return new BrandKit(
                brand.id(),
                brand.key(),
                FontFile.of(brand),
                Map.copyOf(drawings),
                Map.copyOf(pictures),
                Map.copyOf(enclosures),
                () -> ChartLook.of(brand));
    }

    byte[] enclosure(String path) {
        var content = enclosures.get(path);
        if (content == null) {
            throw new RenderException("brands/" + key + "/assets/" + path + ": there is no such enclosure");
        }
        return content;
    }

    static String name(Brand brand, String path) {
        return "brands/" + brand.key() + "/assets/" + path;
    }

    private static byte[] checked(String name, byte[] content) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new RenderException(name + ": not a PNG, JPEG or GIF");
            }
            var reader = readers.next();
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            if (pixels > MOST_PIXELS) {
                throw new RenderException(name + ": more than " + MOST_PIXELS + " pixels");
            }
            return content;
        } catch (IOException malformed) {
            throw new RenderException(name + ": cannot be read as a picture", malformed);
        }
    }
}
