package io.chancery.render.print;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FontResolver;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import io.chancery.render.print.type.CheckedText;
import io.chancery.render.print.type.Face;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
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
    private final List<Face> faces;
    private final Map<String, COSStream> forms = new HashMap<>();
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    Typecase(BrandKit kit) {
        this.kit = kit;
        this.faces = kit.fonts().stream().map(Face::new).toList();
    }

    BrandKit kit() {
        return kit;
    }

    FontResolver fonts(SharedContext context, PDDocument document, CheckedText text) {
        var fonts = new PdfBoxFontResolver(context, document, metrics, PdfAConformance.PDFA_3_A, true);
        for (var face : faces) {
            var file = face.file();
            var style = file.style() == FontStyle.ITALIC ? IdentValue.ITALIC : IdentValue.NORMAL;
            fonts.addFont(
                    face.in(document, font -> text.know(font, face)),
                    file.family(),
                    file.weight(),
                    style,
                    true,
                    FontGroup.MAIN);
        }
        return fonts;
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
