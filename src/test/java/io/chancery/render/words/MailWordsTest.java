package io.chancery.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailWordsTest {

    private static String read(String source) {
        var bytes = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MailWords().read(new Rendition.Mail(bytes, Map.of()));
    }

    @Test
    void subject_and_text_are_read_and_the_same_as_html_is_not() {
        var words = read("""
                Subject: =?UTF-8?Q?Ihre_Rechnung_f=C3=BCr_M=C3=A4rz?=
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Guten Tag, Frau M=C3=BCller
                --x
                Content-Type: text/html; charset=UTF-8

                <p>Nur in HTML</p>
                --x--
                """);

        assertThat(words).isEqualToNormalizingWhitespace("Ihre Rechnung für März Guten Tag, Frau Müller");
    }

    @Test
    void html_alone_is_read_as_it_is_seen() {
        var words = read("""
                Subject: Hallo
                Content-Type: text/html; charset=UTF-8

                <style>p {color: red}</style><p>Öl &amp; <b>Gas</b></p>
                """);

        assertThat(words).isEqualToNormalizingWhitespace("Hallo Öl & Gas");
    }

    @Test
    void files_that_are_no_pdf_say_nothing() {
        var words = read("""
                Subject: Hallo
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                Text
                --x
                Content-Type: text/calendar

                BEGIN:VCALENDAR
                --x
                Content-Type: text/plain
                Content-Disposition: attachment; filename=a.txt

                Anlage
                --x--
                """);

        assertThat(words).isEqualToNormalizingWhitespace("Hallo Text");
    }
}
