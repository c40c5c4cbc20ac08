package io.chancery.render.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.RenderException;
import java.util.List;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b { color: red }|<b>1</b><i>2</i><b style='color: blue'>3</b><b style='top: 0'>4</b>",
                ".x b { color: red }|<p><b>1</b></p><p class=x><b>2</b></p><p id=x><b>3</b></p>",
                "#x b { color: red }|<p><b>1</b></p><p class=x><b>2</b></p><p id=x><b>3</b></p>",
                "b + b { color: red }|<p><b>1</b><b>2</b><i>3</i><b>4</b></p>",
                "i ~ b { color: red }|<p><b>1</b><b>2</b><i>3</i><b>4</b></p>",
                "[dir] b { color: red }|<p><b>1</b></p><p dir=rtl><b>2</b></p>",
                "b[title] { color: red }|<b>1</b><b title=a>2</b><b lang=de>3</b>",
                "b[title=a] { color: red }|<b title=b>1</b><b title=a>2</b><b title=a>3</b>",
            })
    void what_is_remembered_of_one_element_is_never_said_of_another_kind(String css, String body) {
        var styles = new InlineStyles();
        for (var text : List.of(body, body.replace("<b", "<u").replace("</b", "</u"), body)) {
            var mail = Jsoup.parse("<style>" + css + "</style>" + text);
            styles.apply(mail);

            assertThat(mail.body().html()).isEqualTo(inlined(css, text).body().html());
        }
        assertThat(inlined(css, body).body().html()).contains("color:red");
    }

    @Test
    void the_same_element_may_have_another_style_in_each_of_its_places() {
        var mail = inlined("b + b { color: red } u b { top: 0 }", "<b>1</b><b>2</b><u><b>3</b><b>4</b></u>");

        assertThat(mail.select("b").eachAttr("style")).containsExactly("color:red;", "top:0;", "color:red;top:0;");
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
