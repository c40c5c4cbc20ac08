package io.chancery.dispatch.print.stream.mark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Draws on a page, over what is there, where it is in its piece. */
public final class SheetMarks {

    private final MarkSettings settings;
    private final SheetLabel label;
    private final COSStream before;
    private final Map<COSBase, COSDictionary> resources = new IdentityHashMap<>();

    public SheetMarks(MarkSettings settings, PDDocument document) throws IOException {
        this.settings = settings;
        this.label = new SheetLabel(document);
        this.before = stream("q\n");
    }

    public void finish() throws IOException {
        label.finish();
    }

    public void draw(Sheet sheet, PDPage page) throws IOException {
        var dictionary = page.getCOSObject();
        var drawn = new COSArray();
        drawn.add(before);
        if (dictionary.getDictionaryObject(COSName.CONTENTS) instanceof COSArray contents) {
            drawn.addAll(contents);
        }
        drawn.add(stream(operators(sheet, page)));
        dictionary.setItem(COSName.CONTENTS, drawn);
        var own = dictionary.getCOSDictionary(COSName.RESOURCES);
        dictionary.setItem(COSName.RESOURCES, resources.computeIfAbsent(own, this::withLabelFont));
    }

    private COSDictionary withLabelFont(COSBase own) {
        var extended = new COSDictionary((COSDictionary) own);
        var known = extended.getCOSDictionary(COSName.FONT);
        var fonts = known == null ? new COSDictionary() : new COSDictionary(known);
        fonts.setItem(SheetLabel.FONT, label.font());
        extended.setItem(COSName.FONT, fonts);
        return extended;
    }

    /** An artifact (ISO 32000-1, 14.8.2.2): no part of what the letter says. */
    private String operators(Sheet sheet, PDPage page) throws IOException {
        var box = page.getMediaBox();
        double height = page.getRotation() % 180 == 0 ? box.getHeight() : box.getWidth();
        double left = settings.left() * Ink.POINTS;
        double top = height - settings.top() * Ink.POINTS;
        var ink = new Ink(left, top);
        settings.kind().draw(sheet, ink);
        double below = top - settings.kind().height() * Ink.POINTS;
        return "Q /Artifact BMC q " + upright(page) + "0 g\nq " + ink + "Q\n" + label.draw(sheet, left, below)
                + "Q EMC\n";
    }

    /** Turns the paper so that its corner is at the bottom left of what a reader sees. */
    private static String upright(PDPage page) {
        var box = page.getMediaBox();
        float left = box.getLowerLeftX();
        float bottom = box.getLowerLeftY();
        float right = box.getUpperRightX();
        float top = box.getUpperRightY();
        return switch (page.getRotation()) {
            case 90 -> matrix("0 1 -1 0", right, bottom);
            case 180 -> matrix("-1 0 0 -1", right, top);
            case 270 -> matrix("0 -1 1 0", left, top);
            default -> matrix("1 0 0 1", left, bottom);
        };
    }

    private static String matrix(String turn, float x, float y) {
        return turn + ' ' + Ink.number(x) + ' ' + Ink.number(y) + " cm\n";
    }

    private static COSStream stream(String operators) throws IOException {
        var stream = new COSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
