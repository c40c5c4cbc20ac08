package io.chancery.web.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailReaderTest {

    private static final String MAIL = """
            From: =?UTF-8?Q?Lindenwerk_K=C3=B6ln?= <service@example.org>
            To: Erika Muster <erika@example.org>
            Subject: =?UTF-8?B?SWhyZSBSZWNobnVuZyDDvGJlciAxMCDigqw=?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe
            --inner
            Content-Type: multipart/related; boundary=related

            --related
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            <p>Gr=C3=BC=C3=9Fe <img src=3D"cid:logo@brand"></p>
            --related
            Content-Type: image/png
            Content-ID: <logo@brand>
            Content-Disposition: inline
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --related--
            --inner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="Rechnung 1.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0xLjcK
            --outer--
            """.replace("\n", "\r\n");

    private final MailView mail = new MailReader().read(MAIL.getBytes(StandardCharsets.US_ASCII));

    @Test
    void the_head_is_read_in_its_own_letters() {
        assertThat(mail.from()).isEqualTo("Lindenwerk Köln <service@example.org>");
        assertThat(mail.to()).isEqualTo("Erika Muster <erika@example.org>");
        assertThat(mail.subject()).isEqualTo("Ihre Rechnung über 10 €");
    }

    @Test
    void pictures_are_put_into_the_html() {
        assertThat(mail.html()).contains("Grüße <img src=\"data:image/png;base64,iVBORw0KGgo=\">");
    }

    @Test
    void the_plain_text_stands_beside_the_html() {
        assertThat(mail.plainText()).isEqualTo("Grüße");
    }

    @Test
    void attachments_are_named_with_their_size() {
        assertThat(mail.attachments()).containsExactly("Rechnung 1.pdf (1 kB)");
    }

    @Test
    void a_mail_of_plain_text_alone_has_no_html() {
        var plain = "From: a@example.org\r\nTo: b@example.org\r\nSubject: S\r\n\r\nHallo\r\n";

        var read = new MailReader().read(plain.getBytes(StandardCharsets.US_ASCII));

        assertThat(read.html()).isEmpty();
        assertThat(read.plainText().strip()).isEqualTo("Hallo");
    }
}
