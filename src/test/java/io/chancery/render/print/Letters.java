package io.chancery.render.print;

import static io.chancery.render.Messages.aMessage;

import io.chancery.render.Messages;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Letters for tests, in a font that comes with PDFBox. */
final class Letters {

    static final String FONT = "fonts/LiberationSans-Regular.ttf";
    static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='20'><rect width='100' height='20' fill='#1c6b45'/></svg>";

    private static final PrintRenderer RENDERER = new PrintRenderer();
    private static final byte[] LIBERATION =
            Messages.resource("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

    private Letters() {}

    /** A German letter with this body in a plain layout. */
    static Messages aLetter(String body) {
        return withLayout(body, "<html><head><style>{css}</style></head><body>{body}</body></html>");
    }

    static Messages withLayout(String body, String layout) {
        var css = "@page { size: A4; margin: 20mm } html { font-family: Liberation Sans; font-size: 10pt }";
        return aMessage(body)
                .layout("print.html", layout.replace("{css}", css))
                .asset(FONT, LIBERATION)
                .asset("logo.svg", DRAWING.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .brand(Map.of(
                        "name", "Lindenwerk",
                        "sender", Map.of("country", "DE"),
                        "fonts",
                                List.of(Map.of(
                                        "family", "Liberation Sans", "weight", 400, "style", "normal", "file", FONT))));
    }

    static Rendition printed(Messages letter) {
        return letter.rendered(RENDERER);
    }

    static byte[] pdf(Messages letter) {
        return printed(letter).content();
    }

    static String text(byte[] pdf) {
        try (var document = open(pdf)) {
            return new PDFTextStripper().getText(document).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }
}
