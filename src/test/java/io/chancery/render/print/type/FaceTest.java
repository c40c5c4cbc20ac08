package io.chancery.render.print.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import io.chancery.render.Messages;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;

class FaceTest {

    @Test
    void measured_widths_are_those_that_pdfbox_writes() throws IOException {
        var letter = Messages.resource("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        var file = new FontFile("x", "X", 400, FontStyle.NORMAL, letter);
        var face = new Face(file);

        try (var document = new PDDocument()) {
            var font = PDType0Font.load(document, file.parsed(), true);
            for (int codePoint = 32; codePoint < 0x2300; codePoint++) {
                if (face.width(codePoint) >= 0) {
                    assertThat(face.width(codePoint)).isEqualTo(font.getStringWidth(Character.toString(codePoint)));
                }
            }
        }
    }
}
