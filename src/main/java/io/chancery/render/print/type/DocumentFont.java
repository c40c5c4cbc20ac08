package io.chancery.render.print.type;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A face in one document. It writes and measures characters by what the face remembers, where PDFBox would look each of them
 * up and encode it three times; the subset that goes into the file is made by PDFBox.
 */
final class DocumentFont extends PDFont {

    private final Face face;
    private final PDDocument document;
    private final BitSet used = new BitSet();

    DocumentFont(Face face, PDDocument document) {
        super(named(face.name()));
        this.face = face;
        this.document = document;
    }

    private static COSDictionary named(String name) {
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setName(COSName.BASE_FONT, name);
        return dictionary;
    }

    @Override
    protected byte[] encode(int codePoint) {
        var code = face.code(codePoint);
        if (code.length == 0) {
            throw new IllegalArgumentException("No glyph for U+" + Integer.toHexString(codePoint));
        }
        return code;
    }

    @Override
    public float getStringWidth(String text) {
        float sum = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            float width = face.width(codePoint);
            if (width < 0) {
                throw new IllegalArgumentException("No glyph for U+" + Integer.toHexString(codePoint));
            }
            sum += width;
        }
        return sum;
    }

    @Override
    public void addToSubset(int codePoint) {
        used.set(codePoint);
    }

    @Override
    public boolean willBeSubset() {
        return true;
    }

    @Override
    public void subset() throws IOException {
        face.subset(used).copyTo(getCOSObject(), document);
    }

    @Override
    public String getName() {
        return getCOSObject().getNameAsString(COSName.BASE_FONT);
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    @Override
    public int readCode(InputStream in) {
        throw notRead();
    }

    @Override
    protected float getStandard14Width(int code) {
        throw notRead();
    }

    @Override
    public float getWidthFromFont(int code) {
        throw notRead();
    }

    @Override
    public float getHeight(int code) {
        throw notRead();
    }

    @Override
    public BoundingBox getBoundingBox() {
        throw notRead();
    }

    private static UnsupportedOperationException notRead() {
        return new UnsupportedOperationException("This font is written, never read");
    }
}
