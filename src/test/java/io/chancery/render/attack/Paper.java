package io.chancery.render.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The paper of a letter, beyond whose edges nobody reads. */
final class Paper extends PDFTextStripper {

    private Paper() {}

    /** Each character that can be seen lies on its page. Renditions that are no letters have no edges. */
    static void assertHoldsAll(Rendition rendition) throws IOException {
        if (rendition instanceof Rendition.Document letter) {
            try (var document = Loader.loadPDF(letter.content())) {
                new Paper().getText(document);
            }
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> glyphs) {
        for (var glyph : glyphs) {
            if (!glyph.getUnicode().isBlank()) {
                assertThat(glyph.getX() + glyph.getWidth()).as(text).isBetween(0f, glyph.getPageWidth());
                assertThat(glyph.getY()).as(text).isBetween(0f, glyph.getPageHeight());
            }
        }
    }
}
