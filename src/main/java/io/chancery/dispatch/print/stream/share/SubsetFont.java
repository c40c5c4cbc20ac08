package io.chancery.dispatch.print.stream.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * What one letter has of a face: outlines by the codes that stand in the text, which are the numbers of the glyphs in the
 * whole font file.
 *
 * @param face tells faces apart whose hinting or metrics differ
 */
record SubsetFont(
        String name,
        Object face,
        Sfnt file,
        PDFontDescriptor descriptor,
        Map<Integer, Glyph> glyphs,
        Map<Integer, Integer> widths,
        Map<Integer, String> texts) {

    private static final List<String> HINTING = List.of("cvt ", "fpgm", "prep", "gasp");
    private static final String TAG = "[A-Z]{6}\\+";
    private static final int FORMAT_OF_LOCATIONS = 50;
    private static final int UNITS_PER_EM = 18;
    private static final int COUNT_OF_METRICS = 34;

    private record Face(String name, short unitsPerEm, List<ByteBuffer> hinting, String style) {}

    /** Empty if it is no font whose glyphs can be moved to another file. */
    static Optional<SubsetFont> read(COSDictionary dictionary) {
        try {
            var descendants = dictionary.getCOSArray(COSName.DESCENDANT_FONTS);
            var identity = COSName.IDENTITY_H.equals(dictionary.getCOSName(COSName.ENCODING));
            if (identity && descendants.getObject(0) instanceof COSDictionary descendant) {
                var descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
                var file = Sfnt.read(bytes(descriptor.getCOSStream(COSName.FONT_FILE2)));
                return Optional.of(read(dictionary, descriptor, file, numbers(descendant)));
            }
            return Optional.empty();
        } catch (IOException | RuntimeException other) {
            // Of another kind, or malformed; a printer may still understand it as it is.
            return Optional.empty();
        }
    }

    private static SubsetFont read(
            COSDictionary dictionary, COSDictionary descriptor, Sfnt file, Map<Integer, Integer> numbers)
            throws IOException {
        var name = dictionary.getNameAsString(COSName.BASE_FONT, "").replaceFirst(TAG, "");
        var hinting = new ArrayList<ByteBuffer>();
        HINTING.forEach(tag -> hinting.add(ByteBuffer.wrap(file.tables().getOrDefault(tag, new byte[0]))));
        var face = new Face(name, file.table("head").getShort(UNITS_PER_EM), hinting, style(descriptor));
        var font = new PDType0Font(dictionary);
        Map<Integer, Integer> widths = new TreeMap<>();
        for (int code : numbers.keySet()) {
            widths.put(code, Math.round(font.getWidth(code)));
        }
        var texts = texts(dictionary, numbers.keySet());
        return new SubsetFont(name, face, file, font.getFontDescriptor(), glyphs(file, numbers), widths, texts);
    }

    /** PDFBox' fonts would complain of each glyph that has no text, as parts of others have none. */
    private static Map<Integer, String> texts(COSDictionary dictionary, Set<Integer> codes) throws IOException {
        Map<Integer, String> texts = new TreeMap<>();
        if (dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream) {
            var map = new CMapParser().parse(new RandomAccessReadBuffer(bytes(stream)));
            for (int code : codes) {
                var text = map.toUnicode(code);
                if (text != null) {
                    texts.put(code, text);
                }
            }
        }
        return texts;
    }

    private static String style(COSDictionary descriptor) {
        var style = new TreeMap<String, String>();
        descriptor
                .entrySet()
                .forEach(entry -> style.put(
                        entry.getKey().getName(), String.valueOf(descriptor.getDictionaryObject(entry.getKey()))));
        List.of("FontName", "FontFile2", "CIDSet").forEach(style::remove);
        return style.toString();
    }

    /** Codes with the numbers of their glyphs in the file. */
    private static Map<Integer, Integer> numbers(COSDictionary descendant) throws IOException {
        Map<Integer, Integer> numbers = new TreeMap<>();
        if (descendant.getDictionaryObject(COSName.CID_TO_GID_MAP) instanceof COSStream stream) {
            var map = ByteBuffer.wrap(bytes(stream));
            numbers.put(0, 0);
            for (int code = 0; map.remaining() > 1; code++) {
                int number = Short.toUnsignedInt(map.getShort());
                if (number != 0) {
                    numbers.put(code, number);
                }
            }
            return numbers;
        }
        throw new IllegalArgumentException("A font that is not a subset");
    }

    private static Map<Integer, Glyph> glyphs(Sfnt file, Map<Integer, Integer> numbers) {
        Map<Integer, Integer> codes = new HashMap<>();
        numbers.forEach((code, number) -> codes.putIfAbsent(number, code));
        Map<Integer, Glyph> glyphs = new TreeMap<>();
        numbers.forEach((code, number) -> glyphs.put(code, glyph(file, number, codes)));
        return glyphs;
    }

    private static Glyph glyph(Sfnt file, int number, Map<Integer, Integer> codes) {
        var locations = file.table("loca");
        boolean wide = file.table("head").getShort(FORMAT_OF_LOCATIONS) != 0;
        int from = location(locations, wide, number);
        var outline = new byte[location(locations, wide, number + 1) - from];
        file.table("glyf").get(from, outline);
        int measured = Short.toUnsignedInt(file.table("hhea").getShort(COUNT_OF_METRICS));
        var metrics = file.table("hmtx");
        int advance = Short.toUnsignedInt(metrics.getShort(4 * Math.min(number, measured - 1)));
        int bearing = metrics.getShort(number < measured ? 4 * number + 2 : 4 * measured + 2 * (number - measured));
        var moved = Glyph.renumbered(outline, part -> {
            var code = codes.get(part);
            if (code == null) {
                throw new IllegalArgumentException("A part that no code stands for");
            }
            return code;
        });
        return new Glyph(moved, advance, bearing);
    }

    private static int location(ByteBuffer locations, boolean wide, int number) {
        return wide ? locations.getInt(4 * number) : 2 * Short.toUnsignedInt(locations.getShort(2 * number));
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        try (var in = stream.createInputStream()) {
            return in.readAllBytes();
        }
    }
}
