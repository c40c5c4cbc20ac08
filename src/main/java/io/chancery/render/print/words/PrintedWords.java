package io.chancery.render.print.words;

import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.words.RenditionText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says, from its first page to its last. */
@ApplicationScoped
public class PrintedWords implements RenditionText {

    @Override
    public String mediaType() {
        return Rendition.Document.MEDIA_TYPE;
    }

    @Override
    public String read(Rendition rendition) {
        return text(rendition.content());
    }

    /** What these bytes of a PDF say. */
    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
