package io.chancery.render.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.render.letter.LetterForm;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters that ship, measured on the page. */
class ShippedLettersTest {

    private static final Renderer RENDERER = RendererAccess.of(new PrintRenderer());
    private static final double MM = 72 / 25.4;
    private static final Rectangle2D DIN_5008_B = millimetres(20, 45, 85, 45);
    private static final Rectangle2D SWISS_RIGHT = millimetres(112, 45, 90, 45);

    static Stream<Arguments> fixtures() {
        return ShippedTemplates.keys().stream()
                .flatMap(key -> ShippedTemplates.fixtures(key).stream().map(name -> Arguments.of(key, name)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_shipped_letter_conforms_and_shows_its_address_in_the_window(String key, String name) throws Exception {
        var request = ShippedTemplates.fixture(key, name);
        var pdf = RENDERER.render(Channel.PRINT, request).content();

        assertThat(VeraPdf.violations(pdf, "3a")).isEmpty();
        assertThat(VeraPdf.violations(pdf, "ua1")).isEmpty();
        try (var document = Letters.open(pdf)) {
            assertAddressInWindow(document, request);
        }
    }

    private static void assertAddressInWindow(PDDocument document, RenderRequest request) throws IOException {
        var window = LetterForm.of(request.template().brand(), request.recipient()) == LetterForm.SWISS_RIGHT
                ? SWISS_RIGHT
                : DIN_5008_B;

        assertThat(Glyphs.of(document)).noneMatch(glyph -> glyph.intersects(window) && !window.contains(glyph));
        assertThat(squeezed(textIn(document, window)))
                .isEqualTo(squeezed(returnLine(request) + notes(request) + onEnvelope(request)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Straße der langen Namen im Quartier hinter dem alten Umspannwerk am Nordrand der Stadt Lindbronn, Aufgang C, Tür 17, bei Familie"
                        + " Beispiel-Mustermann im dritten Stock links hinten",
                "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
            })
    void an_address_that_does_not_fit_the_window_is_refused(String street) {
        var request = ShippedTemplates.fixture("invoice", "simple");
        var known = request.recipient();
        var address = new PostalAddress(street, "00417", "Lindbronn", "DE");
        var far = new Recipient(
                known.ucid(),
                1,
                known.name(),
                null,
                "de",
                null,
                new Recipient.ContactPoints(address, null, null, null));

        assertThatThrownBy(() -> RENDERER.render(Channel.PRINT, request.to(far, null)))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("does not fit the window of the envelope (din-5008-b)");
    }

    private static String returnLine(RenderRequest request) {
        var sender = (Map<?, ?>) request.template().brand().settings().get("sender");
        return String.valueOf(sender.get("returnLine"));
    }

    /** The last reminder is for nobody else's eyes. */
    private static String notes(RenderRequest request) {
        boolean last = request.data().path("level").asInt() == 3;
        return !last ? "" : request.language().equals("de") ? "Persönlich" : "Personal";
    }

    private static String onEnvelope(RenderRequest request) {
        var name = request.recipient().name();
        var address = request.recipient().address();
        boolean swiss = LetterForm.of(request.template().brand(), request.recipient()) == LetterForm.SWISS_RIGHT;
        var above = !request.language().equals("de")
                ? ""
                : name.salutation().equals("Herr") && !swiss ? "Herrn" : name.salutation();
        var country = address.country().equals("DE")
                ? ""
                : Map.of("CH", "SCHWEIZ", "AT", "ÖSTERREICH", "LI", "LIECHTENSTEIN")
                        .get(address.country());
        return above + name.full() + address.street() + address.postcode() + address.city() + country;
    }

    private static String textIn(PDDocument document, Rectangle2D area) throws IOException {
        var stripper = new PDFTextStripperByArea();
        stripper.setSortByPosition(true);
        stripper.addRegion("window", area);
        stripper.extractRegions(document.getPage(0));
        return stripper.getTextForRegion("window");
    }

    private static String squeezed(String text) {
        return text.replaceAll("(?U)\\s", "");
    }

    private static Rectangle2D millimetres(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x * MM, y * MM, width * MM, height * MM);
    }

    @Test
    void a_hundred_lines_carry_their_sum_from_page_to_page() throws IOException {
        var pdf = RENDERER.render(Channel.PRINT, ShippedTemplates.fixture("invoice", "long-100-items"));

        try (var document = Letters.open(pdf.content())) {
            var pages = Integer.parseInt(pdf.envelope().get("pages"));
            var carried = new ArrayList<String>();
            for (int page = 1; page <= pages; page++) {
                var text = pageText(document, page);
                assertThat(text).contains("Leistung");
                carried.addAll(text.lines()
                        .filter(line -> line.startsWith("Übertrag") || line.startsWith("Zwischensumme"))
                        .toList());
            }
            assertThat(carried).hasSize(2 * (pages - 1));
            for (int i = 0; i < carried.size(); i += 2) {
                assertThat(carried.get(i)).isEqualTo(carried.get(i + 1).replace("Übertrag", "Zwischensumme"));
            }
            assertThat(pages).isBetween(3, 6);
        }
    }

    private static String pageText(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    /** The boxes of all glyphs on the first page, from the top left corner. */
    private static final class Glyphs extends PDFTextStripper {

        private final List<Rectangle2D> boxes = new ArrayList<>();

        static List<Rectangle2D> of(PDDocument document) throws IOException {
            var glyphs = new Glyphs();
            glyphs.setStartPage(1);
            glyphs.setEndPage(1);
            glyphs.getText(document);
            return glyphs.boxes;
        }

        @Override
        protected void processTextPosition(TextPosition glyph) {
            boxes.add(new Rectangle2D.Double(
                    glyph.getXDirAdj(),
                    glyph.getYDirAdj() - glyph.getHeightDir(),
                    glyph.getWidthDirAdj(),
                    glyph.getHeightDir()));
        }
    }
}
