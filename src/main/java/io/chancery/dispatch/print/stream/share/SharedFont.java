package io.chancery.dispatch.print.stream.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * A face with all that the letters of a batch have of it. Each glyph's number is its code, so the texts stay as they are and
 * no table leads from one to the other.
 */
final class SharedFont {

    /** What a printer needs of them (ISO 32000-1, 9.9). */
    private static final Set<String> TABLES =
            Set.of("cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep");

    private static final int LONG_LOCATIONS = 1;
    private static final int FORMAT_OF_LOCATIONS = 50;
    private static final int COUNT_OF_METRICS = 34;
    private static final int COUNT_OF_GLYPHS = 4;

    private final COSDictionary dictionary = new COSDictionary();
    private final SubsetFont first;
    private final Map<Integer, Glyph> glyphs = new TreeMap<>();
    private final Map<Integer, Integer> widths = new TreeMap<>();
    private final Map<Integer, String> texts = new TreeMap<>();

    SharedFont(SubsetFont first) {
        this.first = first;
    }

    /** What stands for it in the resources of pages; complete when the last letter has been added. */
    COSDictionary dictionary() {
        return dictionary;
    }

    /** Whether a code stands for the same glyph wherever both have it. */
    boolean takes(SubsetFont other) {
        return first.face().equals(other.face())
                && other.glyphs().entrySet().stream()
                        .allMatch(entry -> glyphs.getOrDefault(entry.getKey(), entry.getValue())
                                .equals(entry.getValue()));
    }

    /** Where characters share a glyph, as the two kinds of blank do, it reads as in the letter that had it first. */
    void add(SubsetFont subset) {
        glyphs.putAll(subset.glyphs());
        subset.widths().forEach(widths::putIfAbsent);
        subset.texts().forEach(texts::putIfAbsent);
    }

    /** @param tag six capital letters, others for each font of a file */
    void finish(String tag) throws IOException {
        var name = COSName.getPDFName(tag + "+" + first.name());
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setItem(COSName.BASE_FONT, name);
        dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var descendants = new COSArray();
        descendants.add(descendant(name));
        dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
        dictionary.setItem(COSName.TO_UNICODE, stream(toUnicode().getBytes(StandardCharsets.US_ASCII)));
    }

    private COSDictionary descendant(COSName name) throws IOException {
        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, name);
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor(name));
        descendant.setItem(COSName.W, widthArray());
        descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        return descendant;
    }

    private COSDictionary descriptor(COSName name) throws IOException {
        var known = first.descriptor();
        var descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setFontName(name.getName());
        descriptor.setFlags(known.getFlags());
        descriptor.setFontBoundingBox(known.getFontBoundingBox());
        descriptor.setItalicAngle(known.getItalicAngle());
        descriptor.setAscent(known.getAscent());
        descriptor.setDescent(known.getDescent());
        descriptor.setCapHeight(known.getCapHeight());
        descriptor.setXHeight(known.getXHeight());
        descriptor.setStemV(known.getStemV());
        var file = file().write();
        var stream = stream(file);
        stream.setInt(COSName.LENGTH1, file.length);
        descriptor.getCOSObject().setItem(COSName.FONT_FILE2, stream);
        return descriptor.getCOSObject();
    }

    private COSArray widthArray() {
        var array = new COSArray();
        COSArray open = new COSArray();
        int next = -1;
        for (var width : widths.entrySet()) {
            if (width.getKey() != next) {
                open = new COSArray();
                array.add(COSInteger.get(width.getKey()));
                array.add(open);
            }
            open.add(COSInteger.get(width.getValue()));
            next = width.getKey() + 1;
        }
        return array;
    }

    private Sfnt file() {
        int count = glyphs.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        var outlines = ByteBuffer.allocate(glyphs.values().stream()
                .mapToInt(glyph -> even(glyph.outline().length))
                .sum());
        var locations = ByteBuffer.allocate(4 * (count + 1));
        var metrics = ByteBuffer.allocate(4 * count);
        for (int number = 0; number < count; number++) {
            locations.putInt(outlines.position());
            var glyph = glyphs.get(number);
            if (glyph != null) {
                outlines.put(glyph.outline()).position(even(outlines.position()));
                metrics.putShort(4 * number, (short) glyph.advance())
                        .putShort(4 * number + 2, (short) glyph.leftBearing());
            }
        }
        locations.putInt(outlines.position());
        Map<String, byte[]> tables = new TreeMap<>(first.file().tables());
        tables.keySet().retainAll(TABLES);
        tables.put("glyf", outlines.array());
        tables.put("loca", locations.array());
        tables.put("hmtx", metrics.array());
        tables.put("head", with("head", FORMAT_OF_LOCATIONS, LONG_LOCATIONS));
        tables.put("hhea", with("hhea", COUNT_OF_METRICS, count));
        tables.put("maxp", with("maxp", COUNT_OF_GLYPHS, count));
        return new Sfnt(tables);
    }

    private static int even(int length) {
        return (length + 1) & ~1;
    }

    private byte[] with(String table, int position, int value) {
        return ByteBuffer.wrap(first.file().table(table).array().clone())
                .putShort(position, (short) value)
                .array();
    }

    /** PDF 32000-1, 9.10.3: at most a hundred in a block. */
    private String toUnicode() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var lines = texts.entrySet().stream()
                .map(entry -> "<%04X> <%s>\n".formatted(entry.getKey(), hexadecimal(entry.getValue())))
                .toList();
        for (int from = 0; from < lines.size(); from += 100) {
            var block = lines.subList(from, Math.min(lines.size(), from + 100));
            map.append(block.size()).append(" beginbfchar\n");
            block.forEach(map::append);
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static String hexadecimal(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(unit -> digits.append("%04X".formatted(unit)));
        return digits.toString();
    }

    private static COSStream stream(byte[] content) throws IOException {
        var stream = new COSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }
}
