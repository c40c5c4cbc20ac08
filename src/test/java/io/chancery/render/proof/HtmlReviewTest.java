package io.chancery.render.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.Brand;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReviewTest {

    private static List<String> faults(String css, String body) {
        return faults(css, body, Map.of());
    }

    private static List<String> faults(String css, String body, Map<String, Object> settings) {
        var brand = new Brand(UUID.randomUUID(), "lindenwerk", 1, settings, Map.of(), Map.of());
        return new HtmlReview()
                .faults("<html lang=de><head><style>" + css + "</style></head><body>" + body + "</body></html>", brand);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Rechnung</h1><h2>Zahlung</h2><h3>Konto</h3><h2>Fragen</h2>",
                "<h2>Rechnung</h2><h1>Zahlung</h1>",
                "<table role=presentation><tr><td>Logo</td></tr></table>",
                "<table><tr><th scope=row>Nummer</th><td>1</td></tr></table>",
                "<img src='asset:logo.svg' alt=''><a href='https://lindenwerk.example'>Angebot</a>",
                "<a href='https://lindenwerk.example'><img src='cid:logo' alt='Lindenwerk'></a>",
            })
    void what_everybody_can_read_passes(String body) {
        assertThat(faults("", body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>Rechnung</h1><h3>Konto</h3>|the heading «Konto» is h3 after h1",
                "<table><tr><td>Nummer</td><td>1</td></tr></table>|the table «Nummer 1» has no <th>",
                "<table><tr><th>Nummer</th><td>1</td></tr></table>|has no scope",
                "<img src='asset:logo.svg'>|a picture has no alt",
                "<a href='https://lindenwerk.example'> </a>|a link has no text",
            })
    void what_some_cannot_read_is_a_fault(String body, String fault) {
        assertThat(faults("", body)).singleElement().asString().contains(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p { color: #767676 }|<p>x</p>|true",
                "p { color: #777777 }|<p>x</p>|false",
                "p { color: #949494; font-size: 24px }|<p>x</p>|true",
                "p { color: #949494; font-size: 18pt }|<p>x</p>|true",
                "p { color: #949494; font-size: 14pt }|<p><b>x</b></p>|true",
                "p { color: #949494; font-size: 14pt }|<p>x</p>|false",
                ".dark { background-color: #123D2A; color: white }|<div class=dark><p>x</p></div>|true",
                ".dark { background: #123D2A }|<div class=dark><p>x</p></div>|false",
                ".dark { background: rgb(18, 61, 42) } p { color: #1B2A22 }|<div class=dark><p>x</p></div>|false",
                "p { color: white; display: none }|<p>x</p>|true",
                "p { color: white }|<p> </p>|true",
            })
    void text_stands_out_from_its_ground(String css, String body, boolean legible) {
        assertThat(faults(css, body).isEmpty()).isEqualTo(legible);
    }

    @Test
    void colours_that_cannot_be_told_apart_are_named_once() {
        assertThat(faults("p { color: #7CB342 }", "<p>Ihr Guthaben</p><p>Noch eines</p>"))
                .containsExactly(
                        "text in #7CB342 on #FFFFFF has a contrast of 2.5: «Ihr Guthaben»; it needs 4.5, or 3 where it is"
                                + " large (WCAG 1.4.3)");
    }

    @Test
    void each_legal_detail_of_the_brand_is_there() {
        Map<String, Object> settings = Map.of("legal", Map.of("court", "Amtsgericht Lindbronn", "number", "HRB 41700"));

        assertThat(faults("", "<p>Amtsgericht\n Lindbronn, HRB&nbsp;41700</p>".replace("&nbsp;", " "), settings))
                .isEmpty();
        assertThat(faults("", "<p>Amtsgericht Lindbronn</p>", settings))
                .containsExactly("the legal detail «number» of brand.yaml is missing");
    }
}
