package io.chancery.render.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.vocabulary.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** What is only tried never passes for a message that was meant. */
class TestMarkTest {

    private static final Renderer RENDERER = RendererAccess.everyChannel();
    private static final RenderRequest REAL = ShippedTemplates.fixture("invoice", "long-100-items");
    private static final RenderRequest TRIED = REAL.asTest();

    private static byte[] made(Channel channel, RenderRequest request) {
        return RENDERER.render(channel, request).content();
    }

    /** How many pixels of a page are as grey as the mark. */
    private static long grey(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(page, 36);
            var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            return Arrays.stream(pixels)
                    .map(pixel -> pixel & 0xff)
                    .filter(blue -> blue > 195 && blue < 212)
                    .count();
        }
    }

    @Test
    void every_page_of_a_letter_is_marked_and_conforms_as_without_the_mark() throws Exception {
        var real = made(Channel.PRINT, REAL);
        var tried = made(Channel.PRINT, TRIED);

        try (var document = Loader.loadPDF(tried)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                assertThat(grey(tried, page)).isGreaterThan(grey(real, page) + 1_000);
            }
        }
        assertThat(VeraPdf.violations(tried, "3a")).isEmpty();
        assertThat(VeraPdf.violations(tried, "ua1")).isEmpty();
    }

    @Test
    void the_subject_of_a_mail_and_the_text_of_a_message_say_it_first() {
        var mail = new String(made(Channel.EMAIL, TRIED), StandardCharsets.US_ASCII);
        var text = new String(made(Channel.SMS, TRIED), StandardCharsets.UTF_8);

        assertThat(mail).containsPattern("(?m)^Subject: \\[TEST\\] ");
        assertThat(text).isEqualTo("TEST " + new String(made(Channel.SMS, REAL), StandardCharsets.UTF_8));
    }
}
