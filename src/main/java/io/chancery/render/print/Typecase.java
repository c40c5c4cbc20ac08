package io.chancery.render.print;

import com.openhtmltopdf.extend.FontResolver;
import io.chancery.render.print.type.Faces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A brand's fonts and drawings as one press has them at hand: parsed, measured and ready to be copied. For one thread. */
final class Typecase {

    private final BrandKit kit;
    private final Faces faces;
    private final Styles styles = new Styles();
    private final Map<String, COSStream> forms = new HashMap<>();

    Typecase(BrandKit kit) {
        this.kit = kit;
        this.faces = new Faces(kit.fonts());
    }

    /** The fonts of one document, until the next one begins. */
    FontResolver fonts(PDDocument document) {
        faces.begin(document);
        return faces;
    }

    /** What is remembered of a style has found its fonts, so it serves this brand alone. */
    Styles styles() {
        return styles;
    }

    /** Copies a drawing into a document. */
    PDFormXObject drawing(String path, PDDocument document) {
        try {
            var copy = new Copier(document).cloneForNewDocument(forms.computeIfAbsent(path, this::form));
            return new PDFormXObject(new PDStream(copy));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The document it is read from stays open with it. */
    private COSStream form(String path) {
        try {
            var drawing = Objects.requireNonNull(kit.drawings().get(path));
            var resources = Loader.loadPDF(drawing.pdf()).getPage(0).getResources();
            var name = resources.getXObjectNames().iterator().next();
            return ((PDFormXObject) resources.getXObject(name)).getCOSObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Opens the constructor, which PDFBox keeps to itself. */
    private static final class Copier extends PDFCloneUtility {

        Copier(PDDocument target) {
            super(target);
        }
    }
}
