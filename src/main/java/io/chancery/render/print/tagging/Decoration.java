package io.chancery.render.print.tagging;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/**
 * The properties of what only decorates a page (ISO 32000-1 §14.8.2.2), the same two for all of it. The layout engine makes
 * some for each background and border, hundreds on a page, and has PDFBox look for each among all before.
 */
public final class Decoration extends COSDictionary {

    private static final COSName PAGINATION = COSName.getPDFName("Pagination");

    private Decoration() {
        setItem(PAGINATION, ofType(PAGINATION));
        setItem(COSName.BACKGROUND, ofType(COSName.BACKGROUND));
    }

    private static COSDictionary ofType(COSName type) {
        var properties = new COSDictionary();
        properties.setItem(COSName.TYPE, type);
        return properties;
    }

    /** Lets a page that is not drawn yet have no other. */
    public static void prepare(PDPage page) {
        var resources = new COSDictionary();
        resources.setItem(COSName.PROPERTIES, new Decoration());
        page.setResources(new PDResources(resources));
    }

    @Override
    public boolean containsValue(@Nullable Object properties) {
        return properties instanceof COSDictionary;
    }

    @Override
    public COSName getKeyForValue(Object properties) {
        return properties instanceof COSDictionary given && PAGINATION.equals(given.getCOSName(COSName.TYPE))
                ? PAGINATION
                : COSName.BACKGROUND;
    }
}
