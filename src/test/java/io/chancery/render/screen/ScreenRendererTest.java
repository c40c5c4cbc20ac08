package io.chancery.render.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenRendererTest {

    private static final String LAYOUT = """
            <!DOCTYPE html>
            <html lang="{message.language}"><head><title>{subject}</title><style>p { margin: 0 }</style></head>
            <body><main><h1>{subject}</h1>{body}</main></body></html>
            """;

    private static Messages aMessage(String source) {
        return Messages.aMessage("{#subject}Ihre Rechnung{/subject}" + source)
                .layout("screen.html", LAYOUT)
                .asset("logo.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Messages message) {
        return Messages.text(message.rendered(new ScreenRenderer()).content());
    }

    @Test
    void the_message_stands_in_the_layout_with_its_language_and_title() {
        var page = aMessage("<p>5 €{#print} auf Papier{/print}{#screen} am Schirm{/screen}</p>")
                .rendered(new ScreenRenderer());

        assertThat(Messages.text(page.content())).isEqualTo("""
                <!doctype html>
                <html lang="de"><head><title>Ihre Rechnung</title><style>p { margin: 0 }</style></head>
                <body><main><h1>Ihre Rechnung</h1><p>5 € am Schirm</p></main></body></html>
                """);
        assertThat(page).isInstanceOf(Rendition.Page.class);
        assertThat(page.envelope()).isEqualTo(Map.of("title", "Ihre Rechnung", "language", "de"));
    }

    @Test
    void pictures_and_codes_stand_in_the_page_itself() {
        var images = Jsoup.parse(page(aMessage("<img src='asset:logo.svg' alt='Logo'><img src='qr:R-1' alt='Code'>")))
                .select("img");

        assertThat(images.get(0).attr("src"))
                .isEqualTo("data:image/svg+xml;base64,"
                        + Base64.getEncoder().encodeToString("<svg/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(decoded(images.get(1).attr("src")))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 29 29\"")
                .contains("M0 0h7v1h-7z");
    }

    @Test
    void a_chart_stands_in_the_page_as_a_drawing_with_its_values_as_words() {
        var request = ShippedTemplates.fixture("meter-reading", "one-meter");

        var page = RendererAccess.of(new ScreenRenderer()).render(Channel.SCREEN, request);

        var chart = Jsoup.parse(Messages.text(page.content())).expectFirst("p.chart img");
        assertThat(decoded(chart.attr("src"))).startsWith("<svg").doesNotContain("<text");
        assertThat(chart.attr("alt")).contains("2022 2.980 (2.850)");
    }

    private static String decoded(String dataUri) {
        return new String(
                Base64.getDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1)), StandardCharsets.UTF_8);
    }

    @Test
    void hostile_data_is_harmless_text() {
        var page = page(aMessage("<p title=\"{data.text}\">{data.text}</p>")
                .data("{\"text\": \"\\\"><script>alert(1)</script>{data.secret}\"}"));

        var parsed = Jsoup.parse(page);
        assertThat(parsed.select("script")).isEmpty();
        assertThat(parsed.select("p").text()).isEqualTo("\"><script>alert(1)</script>{data.secret}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<img src='https://elsewhere.example/pixel.png' alt=''>",
                "<img src='data:image/png;base64,AAAA' alt=''>",
                "<img src='asset:other.exe' alt=''>",
                "<img src='asset:../../secret.svg' alt=''>",
                "<img src='swiss-qr:x' alt=''>",
                "<img srcset='https://elsewhere.example/x 2x' alt=''>",
                "<p onclick='x()'>x</p>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' JAVASCRIPT:alert(1)'>x</a>",
                "<a href='https://example.org' ping='https://elsewhere.example'>x</a>",
                "<a href='https://example.org' target='_top'>x</a>",
                "<form action='https://elsewhere.example'><input></form>",
                "<iframe src='https://elsewhere.example'></iframe>",
                "<object data='x'></object>",
                "<svg><image href='https://elsewhere.example/x'/></svg>",
                "<math><mi>x</mi></math>",
                "<video poster='https://elsewhere.example/x'></video>",
                "<meta http-equiv='refresh' content='0;url=https://elsewhere.example'>",
                "<base href='https://elsewhere.example'>",
                "<link rel='stylesheet' href='https://elsewhere.example/x.css'>",
                "<style>@import 'https://elsewhere.example/x.css';</style>",
                "<p style='background: url(https://elsewhere.example/x)'>x</p>",
                "<p style='background: u\\72l(https://elsewhere.example/x)'>x</p>",
                "<table background='https://elsewhere.example/x'><tr><td>x</td></tr></table>"
            })
    void whatever_runs_or_is_loaded_from_elsewhere_is_refused(String hostile) {
        assertThatThrownBy(() -> page(aMessage(hostile))).isInstanceOf(RenderException.class);
    }

    @Test
    void a_brand_without_the_layout_says_so() {
        var message = Messages.aMessage("x").layout("print.html", "{body}");

        assertThatThrownBy(() -> page(message))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("brands/lindenwerk/screen.html: there is no such layout");
    }
}
