package io.chancery.dispatch.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 6376 §3.4, with its own examples. */
class RelaxedTest {

    @Test
    void a_field_is_unfolded_and_its_blanks_are_one() {
        var fields = HeaderField.of(SampleMail.octets("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\n"));

        assertThat(fields).extracting(Relaxed::field).containsExactly("a:X", "b:Y Z");
    }

    @Test
    void a_line_loses_its_last_blanks_and_a_body_its_last_empty_lines() {
        assertThat(body(" C \r\nD \t E\r\n\r\n\r\n")).isEqualTo(" C\r\nD E\r\n");
    }

    @Test
    void a_body_of_empty_lines_is_empty() {
        assertThat(body("")).isEmpty();
        assertThat(body("\r\n")).isEmpty();
        assertThat(body(" \t\r\n\r\n ")).isEmpty();
    }

    @Test
    void a_last_line_is_ended() {
        assertThat(body("a\r\n\r\nb")).isEqualTo("a\r\n\r\nb\r\n");
        assertThat(body("b ")).isEqualTo("b\r\n");
    }

    @Test
    void the_body_begins_after_the_first_empty_line() {
        var mail = SampleMail.octets("A: X\r\n\r\n\r\nC\r\n");

        assertThat(HeaderField.length(mail)).isEqualTo("A: X\r\n".length());
        assertThat(HeaderField.of(mail)).containsExactly(new HeaderField("A", " X"));
    }

    private static String body(String body) {
        return SampleMail.text(Relaxed.body(SampleMail.octets("::" + body), 2));
    }
}
