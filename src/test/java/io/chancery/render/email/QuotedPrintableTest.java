package io.chancery.render.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.junit.jupiter.api.Test;

class QuotedPrintableTest {

    private static final String TRICKY = "aäß€😀= .\t\r\nF~\u0001From .";

    private static String encoded(String text) {
        return new String(QuotedPrintable.of(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.US_ASCII);
    }

    @Test
    void words_stay_legible_and_other_octets_are_escaped() {
        assertThat(encoded("Grüße = 1 €\r\n")).isEqualTo("Gr=C3=BC=C3=9Fe =3D 1 =E2=82=AC\r\n");
    }

    @Test
    void blanks_at_the_end_of_lines_are_kept() {
        assertThat(encoded("a \r\nb\t\r\n \r\nc ")).isEqualTo("a=20\r\nb=09\r\n=20\r\nc=20");
    }

    @Test
    void lines_end_with_both_whatever_they_ended_with() {
        assertThat(encoded("a\nb\rc\r\n\n \nd")).isEqualTo("a\r\nb\r\nc\r\n\r\n=20\r\nd");
    }

    @Test
    void nothing_at_the_beginning_of_a_line_ends_a_mail() {
        assertThat(encoded(".\r\n..\r\nFrom me\r\nFrom\r\na From b.\r\n"))
                .isEqualTo("=2E\r\n=2E.\r\n=46rom me\r\nFrom\r\na From b.\r\n");
        assertThat(encoded("x".repeat(75) + ".y")).isEqualTo("x".repeat(75) + "=\r\n=2Ey");
    }

    @Test
    void no_line_is_longer_than_76_octets_and_a_reader_gets_the_same_text() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(400), 0, TRICKY.codePointCount(0, TRICKY.length()))
                    .map(at -> TRICKY.codePointAt(TRICKY.offsetByCodePoints(0, at)))
                    .forEach(text::appendCodePoint);
            var lines = text.toString().replaceAll("[\r\n]+", "\r\n");
            var encoded = encoded(lines);

            assertThat(encoded.split("\r\n")).allMatch(line -> line.length() <= 76 && line.matches("[\t -~]*"));
            try (var decoded = new QuotedPrintableInputStream(
                    new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)))) {
                assertThat(new String(decoded.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(lines);
            }
        }
    }

    @Test
    void lines_encoded_apart_are_the_text_encoded() {
        var first = "Zeile mit ä ".repeat(20) + "\r\n";
        var second = ".".repeat(100) + "\r\n";

        assertThat(encoded(first) + encoded(second)).isEqualTo(encoded(first + second));
    }
}
