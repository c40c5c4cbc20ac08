package io.chancery.render.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.RenderException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineStylesTest {

    private static Document inlined(String css, String body) {
        var mail = Jsoup.parse("<html><head><style>" + css + "</style></head><body>" + body + "</body></html>");
        new InlineStyles().apply(mail);
        return mail;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p { color: red }|<p>x</p>|color:red;",
                "p { color: red } p { color: blue }|<p>x</p>|color:blue;",
                "p.a { color: red } p { color: blue }|<p class=a>x</p>|color:red;",
                "#one { color: red } .a.b { color: blue }|<p id=one class='a b'>x</p>|color:red;",
                ".a p { color: red } p { color: blue }|<div class=a><p>x</p></div>|color:red;",
                ".a > p { color: red }|<div class=a><p>x</p></div>|color:red;",
                ".a > p { color: red }|<div class=a><div><p>x</p></div></div>|''",
                "p, h1 { color: red }|<p>x</p>|color:red;",
                "p[dir=rtl] { color: red }|<p dir=rtl>x</p>|color:red;",
                "* { color: red }|<p>x</p>|color:red;",
                "P { color: red }|<p>x</p>|color:red;",
                "p { color: red }|<p style='margin: 0; color: blue'>x</p>|margin:0;color:blue;",
                "p { color: red !important }|<p style='color: blue'>x</p>|color:red;",
                "p { margin: 0 } p { margin-top: 1px } p { margin: 2px }|<p>x</p>|margin-top:1px;margin:2px;",
                "td + td { color: red }|<table><tr><td>a</td><td class=y>x</td></tr></table>|''",
            })
    void what_the_cascade_says_stands_at_the_element(String css, String body, String style) {
        var mail = inlined(css, body);
        assertThat(mail.select("p").attr("style")).isEqualTo(style);
    }

    @Test
    void what_depends_on_a_state_or_on_the_screen_stays_and_beats_what_stands_at_the_elements() {
        var mail = inlined(
                "a { color: green } a:hover { color: red }"
                        + " @media (max-width: 600px) { a { color: blue } } @media print { a { color: black !important } }",
                "<a href='https://lindenwerk.example'>x</a>");

        assertThat(mail.selectFirst("a").attr("style")).isEqualTo("color:green;");
        assertThat(mail.selectFirst("style").data().replaceAll("\\s+", " "))
                .contains("a:hover { color:red !important; }")
                .contains("@media (max-width:600px) { a { color:blue !important; } }")
                .contains("a { color:black !important; }")
                .doesNotContain("green");
    }

    @Test
    void a_mail_without_a_style_sheet_stays_as_it_is() {
        var mail = Jsoup.parse("<p style='color: red'>x</p>");
        new InlineStyles().apply(mail);
        assertThat(mail.selectFirst("p").attr("style")).isEqualTo("color: red");
    }

    @Test
    void a_style_sheet_that_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> inlined("p { color: red", "<p>x</p>"))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("<style>");
    }

    @Test
    void a_selector_that_only_browsers_know_stays_where_it_is() {
        var mail = inlined("p { color: red } \u0301\u0301 { color: blue }", "<p>x</p>");

        assertThat(mail.select("p").attr("style")).isEqualTo("color:red;");
        assertThat(mail.selectFirst("style").data()).contains("blue");
    }

    @Test
    void a_style_sheet_that_would_take_forever_is_refused() {
        assertThatThrownBy(() -> inlined("body ".repeat(200) + "b { color: red }", "<p>x</p>"))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("longer than 400 characters");
        assertThatThrownBy(() -> inlined("p { color: red } ".repeat(2_001), "<p>x</p>"))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("more than 2000");
    }
}
