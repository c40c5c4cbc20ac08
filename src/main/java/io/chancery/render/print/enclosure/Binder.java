package io.chancery.render.print.enclosure;

import io.chancery.render.letter.Enclosure;
import io.chancery.render.letter.Letter;
import io.chancery.render.letter.Sides;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/** Binds enclosures to a letter, each beginning on a sheet of its own, with its tags and its bookmarks. */
public final class Binder {

    /** What comes along besides the pages; of all else the letter has its own. */
    private static final Set<COSName> KEPT = Set.of(
            COSName.TYPE,
            COSName.PAGES,
            COSName.NAMES,
            COSName.DESTS,
            COSName.OUTLINES,
            COSName.STRUCT_TREE_ROOT,
            COSName.MARK_INFO,
            COSName.LANG);

    private final PDDocument letter;

    private Binder(PDDocument letter) {
        this.letter = letter;
    }

    /**
     * @param checked gives what the brand has at a path
     */
    public static void bind(PDDocument document, Letter letter, Function<String, byte[]> checked) throws IOException {
        var binder = new Binder(document);
        for (var enclosure : letter.enclosures()) {
            binder.finishSheet(letter.sides());
            binder.append(enclosure, checked.apply(enclosure.path()));
        }
    }

    private void finishSheet(Sides sides) {
        for (int empty = sides.emptySides(letter.getNumberOfPages()); empty > 0; empty--) {
            var page = new PDPage(PDRectangle.A4);
            page.setResources(new PDResources());
            letter.addPage(page);
        }
    }

    private void append(Enclosure enclosure, byte[] content) throws IOException {
        int first = letter.getNumberOfPages();
        try (var source = Loader.loadPDF(content)) {
            var catalog = source.getDocumentCatalog();
            boolean marked = catalog.getDocumentOutline() != null;
            keepLanguage(catalog.getStructureTreeRoot().getK(), catalog.getLanguage());
            List.copyOf(catalog.getCOSObject().keySet()).stream()
                    .filter(key -> !KEPT.contains(key))
                    .forEach(catalog.getCOSObject()::removeItem);
            new PDFMergerUtility().appendDocument(letter, source);
            if (!marked) {
                bookmark(enclosure.title(), letter.getPage(first));
            }
        }
    }

    /** The document has the language of the letter; what is in another says so. */
    private static void keepLanguage(@Nullable COSBase kids, String language) {
        if (kids instanceof COSArray list) {
            for (int i = 0; i < list.size(); i++) {
                keepLanguage(list.getObject(i), language);
            }
        } else if (kids instanceof COSDictionary element && !element.containsKey(COSName.LANG)) {
            element.setString(COSName.LANG, language);
        }
    }

    private void bookmark(String title, PDPage page) {
        var catalog = letter.getDocumentCatalog();
        var outline = catalog.getDocumentOutline();
        if (outline == null) {
            outline = new PDDocumentOutline();
            catalog.setDocumentOutline(outline);
        }
        var item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(page);
        outline.addLast(item);
    }
}
