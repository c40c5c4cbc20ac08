package io.chancery.dispatch.print.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.print.piece.Destination;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.Stationery;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedMessages;
import io.chancery.render.letter.LetterForm;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Ucid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AddressInWindowTest {

    private static final double POINTS = 72 / 25.4;
    private static final double SIZE = 10;

    @Test
    void every_letter_that_ships_can_be_released() throws IOException {
        var renderer = RendererAccess.everyChannel();
        for (var request : ShippedMessages.requests().toList()) {
            var document = renderer.render(Channel.PRINT, request);
            var address = request.recipient().address();

            assertThat(AddressInWindow.problems(
                            document.content(), letter(document.envelope().get("form"), address.postcode())))
                    .as("%s", request.template().key())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(LetterForm.class)
    void windows_are_where_letters_are_made_for_them(LetterForm form) {
        var window = form.window();

        assertThat(EnvelopeWindow.of(form.code()).orElseThrow().box())
                .isEqualTo(new Box(window.left(), window.top(), window.right(), window.bottom()));
        assertThat(EnvelopeWindow.values()).hasSameSizeAs(LetterForm.values());
    }

    @ParameterizedTest
    @CsvSource({
        "20.5, 60, ''",
        "19, 60, The edge of the window cuts 1 characters",
        "100, 60, The edge of the window cuts 1 characters; The postcode does not show in the window",
        "25, 47.6, ''",
        "25, 47, The edge of the window cuts 5 characters",
        "25, 89.9, ''",
        "25, 90.5, The edge of the window cuts 5 characters"
    })
    void what_the_edge_cuts_is_a_problem(double left, double baseline, String problem) throws IOException {
        // Five figures, each 2 mm wide and 2.5 mm high.
        var problems = AddressInWindow.problems(pdf(left, baseline, "10969"), letter("din-5008-b", "10969"));

        assertThat(String.join("; ", problems)).isEqualTo(problem);
    }

    @Test
    void another_address_does_not_pass_for_the_letters() throws IOException {
        assertThat(AddressInWindow.problems(pdf(25, 60, "10117 Berlin"), letter("din-5008-b", "10969")))
                .containsExactly("The postcode does not show in the window");
        assertThat(AddressInWindow.problems(pdf(25, 60, "SW1A 1AA"), letter("din-5008-b", "sw1a1aa")))
                .isEmpty();
    }

    @Test
    void an_address_that_another_envelope_would_show_does_not_show() throws IOException {
        assertThat(AddressInWindow.problems(pdf(25, 60, "8000"), letter("swiss-right", "8000")))
                .containsExactly("Nothing shows in the window");
        assertThat(AddressInWindow.problems(pdf(25, 60, "8000"), letter("window-less", "8000")))
                .containsExactly("No envelope is known for the form window-less");
    }

    private static Letter letter(String form, String postcode) {
        return new Letter(
                new UUID(9, 1),
                Ucid.ofNumber(1),
                new Destination("DE", postcode, "Musterweg 1"),
                new Stationery("lindenwerk", form, new Paper("plain", 80)),
                new Letter.Extent(1, true, 1),
                "0".repeat(64),
                false);
    }

    private static byte[] pdf(double left, double baseline, String text) throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var font = PDType0Font.load(
                    document,
                    PDDocument.class.getResourceAsStream(
                            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, (float) SIZE);
                content.newLineAtOffset(
                        (float) (left * POINTS), (float) (PDRectangle.A4.getHeight() - baseline * POINTS));
                content.showText(text);
                content.endText();
            }
            document.save(pdf);
        }
        return pdf.toByteArray();
    }
}
