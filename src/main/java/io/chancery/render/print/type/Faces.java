package io.chancery.render.print.type;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FontResolver;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.FontFamily;
import com.openhtmltopdf.outputdevice.helper.FontResolverHelper;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import com.openhtmltopdf.pdfboxout.fontstore.FontUtil;
import com.openhtmltopdf.render.FSFont;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** The faces of a brand as a style sheet finds them: by family, weight and style. For one thread, and one document at a time. */
public final class Faces implements FontResolver {

    private final Map<String, FontFamily<InUse>> families = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<InUse> all = new ArrayList<>();

    public Faces(List<FontFile> files) {
        for (var file : files) {
            var face = new InUse(new Face(file));
            all.add(face);
            families.computeIfAbsent(file.family(), FontFamily::new).addFontDescription(face);
        }
    }

    /** From now on they are used in this document. */
    public void begin(PDDocument document) {
        all.forEach(face -> face.begin(document));
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification wanted) {
        int weight = FontResolverHelper.convertWeightToInt(wanted.fontWeight);
        var found = new ArrayList<FontDescription>();
        for (var name : wanted.families == null ? new String[0] : wanted.families) {
            var family = families.get(FontUtil.normalizeFontFamily(name));
            if (family != null) {
                found.add(family.match(weight, wanted.fontStyle));
            }
        }
        return new PdfBoxFSFont(found, wanted.size);
    }

    /** A face as the layout engine knows it, the same from document to document. */
    static final class InUse extends FontDescription {

        private final Face face;
        private @Nullable PDDocument document;
        private @Nullable DocumentFont font;

        private InUse(Face face) {
            super(
                    null,
                    new PDFontSupplier(null),
                    face.file().style() == FontStyle.ITALIC ? IdentValue.ITALIC : IdentValue.NORMAL,
                    face.file().weight(),
                    face.file().family(),
                    false,
                    true,
                    new FSDefaultCacheStore());
            this.face = face;
        }

        Face face() {
            return face;
        }

        private void begin(PDDocument next) {
            document = next;
            font = null;
        }

        @Override
        public PDFont getFont() {
            var begun = font;
            if (begun == null) {
                begun = new DocumentFont(face, Objects.requireNonNull(document));
                font = begun;
            }
            return begun;
        }

        @Override
        public PdfBoxRawPDFontMetrics getFontMetrics() {
            return face.metrics();
        }
    }
}
