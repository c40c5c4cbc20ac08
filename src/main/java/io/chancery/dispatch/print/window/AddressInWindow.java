package io.chancery.dispatch.print.window;

import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.window.FirstPage.Glyph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;

/**
 * The last look before a letter is released: through the window of the envelope one sees text that is whole, and the postcode
 * that the letter goes to. It is measured on the ink of the glyphs, so it holds for whatever made the PDF.
 */
public final class AddressInWindow {

    private AddressInWindow() {}

    /** What is wrong, without quoting the letter; nothing if it can be released. */
    public static List<String> problems(byte[] pdf, Letter letter) throws IOException {
        var form = letter.stationery().form();
        var window = EnvelopeWindow.of(form);
        if (window.isEmpty()) {
            return List.of("No envelope is known for the form " + form);
        }
        try (var document = Loader.loadPDF(pdf)) {
            return problems(
                    FirstPage.glyphs(document),
                    window.get().box(),
                    letter.destination().postcode());
        }
    }

    private static List<String> problems(List<Glyph> page, Box window, String postcode) {
        var problems = new ArrayList<String>();
        var shown = page.stream().filter(glyph -> glyph.box().meets(window)).toList();
        long cut = shown.stream().filter(glyph -> !glyph.box().isWithin(window)).count();
        if (cut > 0) {
            problems.add("The edge of the window cuts %d characters".formatted(cut));
        }
        if (shown.isEmpty()) {
            problems.add("Nothing shows in the window");
        } else if (!plain(shown.stream().map(Glyph::text).collect(Collectors.joining()))
                .contains(plain(postcode))) {
            problems.add("The postcode does not show in the window");
        }
        return problems;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    }
}
