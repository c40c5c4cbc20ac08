package io.chancery.render.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a press remembers of a style sheet changes nothing: the library's own way gives the same bytes. */
class RememberedStylesTest {

    private static final Renderer RENDERER = RendererAccess.of(new PrintRenderer());

    /** A style sheet with this in it is not remembered. */
    private static final String UNKNOWN = "q:lang(zz) { color: #ff0000 }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p { color: #123456 } .a p { color: #654321 }|<div class='a'><p>x</p></div><p>y</p>",
                "p + p { margin-left: 10mm } p:first-child { color: #aa0000 }|<div><p>x</p><p>y</p>t<p>z</p></div>",
                "li:last-child { color: #00aa00 }|<ul><li>x</li><li>y</li></ul><ul><li>z</li></ul>",
                "p { margin-left: 10% } div { width: 50% }|<p>x</p><div><p>y</p><div><p>z</p></div></div>",
                "[title] { color: #0000aa } td[title='b'] { color: #aa00aa }|<p title='a'>x</p><table role='presentation'><tr><td title='b'>y</td></tr></table>",
                "p:before { content: counter(n) '. '; counter-increment: n }|<p>x</p><p>y</p><p>z</p>",
                "#one { font-size: 14pt } b { font-size: 200% }|<p id='one'>x <b>y</b></p><p style='color: #aa0000'>z <b>w</b></p>",
                "a { color: #00aa00 } a:link { color: #aa0000 }|<p><a href='https://a.example'>x</a> <a>y</a></p>",
                "table { width: 100mm } td { width: 20mm }|<table role='presentation' border='1' width='300'><tr><td width='200'>x</td><td>y</td></tr></table>",
                "td { padding: 2% } col { width: 30mm }|<table role='presentation' border='1' width='80%'><tr><td align='right'>x</td><td>y</td></tr></table>",
            })
    void a_letter_is_the_same_as_without_it(String css, String body) {
        var other = body.replace(">x<", "><i>another</i><").replace(">y<", " class='a'>more words than before<");
        var remembered = letter(css);
        var slow = letter(css + UNKNOWN);
        var expected = print(slow, body);

        assertThat(print(remembered, body)).isEqualTo(expected);
        assertThat(print(remembered, other)).isEqualTo(print(slow, other)).isNotEqualTo(expected);
        assertThat(print(remembered, body)).isEqualTo(expected);
    }

    @Test
    void another_brand_with_the_same_style_sheet_has_its_own_fonts() {
        var css = "p { color: #123456 }";
        var one = letter(css);
        var expected = print(letter(css + UNKNOWN), "<p>x</p>");

        assertThat(print(one, "<p>x</p>")).isEqualTo(expected);
        assertThat(print(letter(css), "<p>x</p>")).isEqualTo(expected);
        assertThat(print(one, "<p>x</p>")).isEqualTo(expected);
    }

    private static RenderRequest letter(String css) {
        return Letters.withLayout("", "<html><head><style>{css} " + css + "</style></head><body>{body}</body></html>")
                .request();
    }

    /** With these words, and with the brand of the letter. */
    private static byte[] print(RenderRequest letter, String body) {
        var version = letter.template();
        var written = new TemplateVersion(
                UUID.randomUUID(),
                version.key(),
                version.number(),
                version.settings(),
                version.schema(),
                Map.of("de", body),
                version.blocks(),
                version.brand());
        var request = new RenderRequest(
                letter.deliveryId(), written, letter.reader(), letter.data(), letter.reference(), letter.date(), null);
        return RENDERER.render(Channel.PRINT, request).content();
    }
}
