package io.chancery.render.print.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Some characters of a face, cut out and deflated, to be copied into each document that uses them. */
final class Subset {

    private final COSDictionary font;

    private Subset(COSDictionary font) {
        this.font = font;
    }

    /** @param characters code points that the face has */
    static Subset of(TrueTypeFont face, BitSet characters) {
        try {
            // Stays open: the streams of the font live in it.
            var cut = PDType0Font.load(new PDDocument(), face, true);
            characters.stream().forEach(cut::addToSubset);
            cut.subset();
            return new Subset(cut.getCOSObject());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    void copyTo(COSDictionary target, PDDocument document) throws IOException {
        target.addAll(new Copier(document).cloneForNewDocument(font));
    }

    /** Opens the constructor, which PDFBox keeps to itself. */
    private static final class Copier extends PDFCloneUtility {

        Copier(PDDocument target) {
            super(target);
        }
    }
}
