package io.chancery.render.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.render.RenderException;
import io.chancery.vocabulary.Rendition;
import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Throws at the headers of a mail whatever a customer or a business system could send. */
class HeaderInjectionTest {

    private static final List<String> HEADERS = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    private static final int LONG = 10_000;

    private static final String[] PIECES = {
        "\r\nBcc: eve@example.org",
        "\n",
        "\r",
        "\r\n\r\n<html>",
        "\0",
        "\u0085",
        "\u2028",
        "\u000B",
        "\u010A\u010D",
        "\u010D\u010ABcc: eve@example.org",
        "\r\n Bcc: eve@example.org",
        "=?UTF-8?Q?=0D=0ABcc:_eve?=",
        "=?utf-8?B?DQpCY2M6IGV2ZQ==?=",
        "\"",
        "<",
        ">",
        ",",
        ";",
        ":",
        "\\",
        "@",
        "(",
        ")",
        "\u202Egnp.exe",
        "ü",
        "漢字",
        "😀",
        "\uD83D",
        "%0d%0a",
        "--=_mixed_",
        "a",
        " ",
        "\t"
    };

    @Test
    void no_text_begins_a_header_or_a_part_of_its_own() throws Exception {
        var random = new Random(5322);
        for (int round = 0; round < 500; round++) {
            var text = anyText(random);

            var rendition = mailWith(text);
            var mail = Mails.read(rendition.content());

            assertThat(rendition.content()).satisfies(HeaderInjectionTest::isOfShortLinesOfAscii);
            assertThat(Collections.list(mail.getAllHeaders()))
                    .extracting(Header::getName)
                    .isEqualTo(HEADERS);
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(((InternetAddress) mail.getAllRecipients()[0]).getAddress())
                    .isEqualTo("anna@example.org");
            assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("service@lindenwerk.example");
            assertThat(mail.getSubject()).isEqualTo(rendition.envelope().get("subject"));
            var mixed = (MimeMultipart) mail.getContent();
            assertThat(mixed.getCount()).isEqualTo(2);
            assertThat(mixed.getBodyPart(1).getFileName()).endsWith(".pdf").doesNotContain("/", "\\", "\"", "\n");
        }
    }

    private static Rendition.Mail mailWith(String text) {
        var data = JsonNodeFactory.instance.objectNode().put("text", text);
        var message = Mails.aMessage("{#subject}x{data.text}{/subject}<p>{data.text}</p>")
                .brand(brand(text))
                .data(data);
        return Mails.of(message).to(text).attaching("x{data.text}").rendered();
    }

    private static Map<String, Object> brand(String name) {
        var from = Map.of("name", name, "address", "service@lindenwerk.example");
        return Map.of("name", "Lindenwerk", "email", Map.of("from", from));
    }

    /** RFC 5322 §2.1.1 and §2.3. */
    private static void isOfShortLinesOfAscii(byte[] mail) {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .endsWith("\r\n")
                .matches(octets -> octets.chars().allMatch(octet -> octet > 0 && octet < 0x7F));
        assertThat(text.split("\r\n", -1))
                .allMatch(line -> line.length() <= 998)
                .allMatch(line -> line.indexOf('\r') < 0 && line.indexOf('\n') < 0);
    }

    @Test
    void an_address_is_an_address_or_refused() {
        var random = new Random(5321);
        for (int round = 0; round < 1_200; round++) {
            var address = "anna" + anyText(random) + "@example.org" + anyText(random);
            try {
                assertThat(MailAddress.of("", address, "recipient").plain())
                        .matches("[!-~&&[^<>,;:\"()]]+@[A-Za-z0-9.-]+");
            } catch (RenderException refused) {
                assertThat(refused).hasMessageNotContaining("anna");
            }
        }
    }

    @Test
    void a_header_text_cannot_be_made_of_more_than_one_line() {
        for (var bad : List.of("a\nb", "a\rb", "a\0b", "a\u007Fb", "a\u2028b", "a\u202Eb", "x".repeat(301))) {
            assertThatThrownBy(() -> new HeaderText(bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new FileName(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new FileName("a\"; x=b.pdf")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String anyText(Random random) {
        var text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            var piece = random.nextInt(6) == 0
                    ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                    : PIECES[random.nextInt(PIECES.length)];
            text.append(random.nextInt(40) == 0 ? piece.repeat(LONG / piece.length()) : piece);
        }
        return text.toString();
    }
}
