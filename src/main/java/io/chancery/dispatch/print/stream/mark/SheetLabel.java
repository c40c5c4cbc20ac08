package io.chancery.dispatch.print.stream.mark;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The piece and the sheet in small print, for people who hold a sheet that has lost its envelope. */
final class SheetLabel {

    /** In millimetres, of two lines. */
    static final double WIDTH = 13;

    static final double HEIGHT = 5;

    /** What the resources of pages call its font. */
    static final String FONT = "ChanceryMark";

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-/";
    private static final double SIZE = 5;
    private static final double LINE = 6;

    private final PDType0Font font;

    SheetLabel(PDDocument document) throws IOException {
        font = PDType0Font.load(document, sans(), true);
        CHARACTERS.chars().forEach(font::addToSubset);
    }

    /** PDFBox has it for letters without embedded fonts. */
    private static InputStream sans() {
        return Objects.requireNonNull(
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
    }

    COSDictionary font() {
        return font.getCOSObject();
    }

    /** Cuts the font down to what labels need; nothing can be drawn after. */
    void finish() throws IOException {
        font.subset();
    }

    /** Operators that write it below a corner, in points from the bottom left of the page. */
    String draw(Sheet sheet, double left, double top) throws IOException {
        var id = sheet.piece().text();
        double size = Math.min(SIZE, WIDTH * Ink.POINTS / font.getStringWidth(id) * 1000);
        return "BT 0 Tr /" + FONT + ' ' + Ink.number(size) + " Tf "
                + Ink.number(left) + ' ' + Ink.number(top - SIZE) + " Td <" + encoded(id) + "> Tj 0 "
                + Ink.number(-LINE) + " Td <" + encoded(sheet.number() + "/" + sheet.sheets()) + "> Tj ET\n";
    }

    private String encoded(String text) throws IOException {
        return HexFormat.of().formatHex(font.encode(text));
    }
}
