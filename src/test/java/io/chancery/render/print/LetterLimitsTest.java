package io.chancery.render.print;

import static io.chancery.render.print.Letters.aLetter;
import static io.chancery.render.print.Letters.pdf;
import static io.chancery.render.print.Letters.text;
import static io.chancery.render.print.Letters.withLayout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.RenderException;
import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.template.ChannelPlan.Limits;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterLimitsTest {

    @ParameterizedTest
    @CsvSource({"div, 200, true", "div, 300, false", "div, 3000, false", "b, 3000, false", "table><tr><td, 300, false"})
    void elements_stand_in_each_other_only_so_deep(String element, int times, boolean fine) {
        var letter = aLetter(("<" + element + ">").repeat(times) + "tief");

        if (fine) {
            assertThat(text(pdf(letter))).isEqualTo("tief");
        } else {
            assertThatThrownBy(() -> pdf(letter))
                    .isInstanceOf(RenderException.class)
                    .hasMessageContaining("deep");
        }
    }

    @Test
    void a_letter_has_an_end() {
        assertThatThrownBy(() -> pdf(aLetter("<p style='height: 200m'></p>".replace("200m", "200000mm"))))
                .isInstanceOf(RenderException.class)
                .hasMessage("The letter has more than 500 pages");
        assertThatThrownBy(() ->
                        pdf(aLetter("<i>x</i>{#for a in data.a}<i>x</i>{/for}").data(list(60_000))))
                .isInstanceOf(RenderException.class);
    }

    @Test
    void a_template_takes_fewer_pages_than_any_and_says_how_many() {
        var twoPages = "<p>eins</p><p style='page-break-before: always'>zwei</p>";

        assertThat(pdf(aLetter(twoPages).limits(new Limits(2, null, null)))).isNotEmpty();
        assertThatThrownBy(() -> pdf(aLetter(twoPages).limits(new Limits(1, null, null))))
                .isInstanceOf(RenderException.class)
                .hasMessage("The letter has 2 pages, and this template takes 1 (plan.limits.pages)");
    }

    @Test
    void a_copy_is_not_printed_by_a_layout_that_does_not_say_what_it_is() {
        var role = new CopyRole(Map.of("de", "Betreuerin"), List.of(Channel.PRINT), true);
        var original = new PersonName("", "", "Erika", "Größe");

        assertThatThrownBy(() ->
                        pdf(aLetter("<p>a</p>").copies(Map.of("guardian", role)).copyOf(original)))
                .isInstanceOf(RenderException.class)
                .hasMessage(
                        "brands/lindenwerk/print.html: does not print letter.notes, and a copy must say that it is one");
    }

    private static String list(int length) {
        return "{\"a\": [" + "1,".repeat(length - 1) + "1]}";
    }

    @Test
    void pictures_have_a_limit_that_is_read_before_they_are() throws IOException {
        var small = png(40, 30);

        assertThat(pdf(aLetter("<img src='asset:p.png' alt=''>").asset("p.png", small)))
                .isNotEmpty();
        assertThatThrownBy(() -> pdf(aLetter("<p>x</p>").asset("p.png", png(5000, 5000))))
                .isInstanceOf(RenderException.class)
                .hasMessage("brands/lindenwerk/assets/p.png: more than 16000000 pixels");
        assertThatThrownBy(() -> pdf(aLetter("<p>x</p>").asset("p.png", "no".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RenderException.class)
                .hasMessage("brands/lindenwerk/assets/p.png: not a PNG, JPEG or GIF");
        assertThatThrownBy(() -> pdf(aLetter("<img src='asset:q.png'>")))
                .hasMessage("brands/lindenwerk/assets/q.png: there is no such picture");
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><text>Logo</text></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://localhost/x.png'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'x'</style></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><use href='file:///etc/passwd#x'/></svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1' fill='url(http://localhost/#x)'/></svg>",
                "<svg"
            })
    void a_drawing_is_shapes_and_nothing_else(String svg) {
        assertThatThrownBy(() -> pdf(aLetter("<p>x</p>").asset("logo.svg", svg.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("brands/lindenwerk/assets/logo.svg: ");
    }

    @Test
    void a_drawing_is_in_a_letter_once_however_often_it_is_shown() {
        var drawing =
                Letters.DRAWING.replace("<rect", "<path d='" + "M1.234 5.678L9.876 5.432".repeat(4000) + "'/><rect");
        var once = aLetter("<img src='asset:logo.svg' alt=''>")
                .asset("logo.svg", drawing.getBytes(StandardCharsets.UTF_8));
        var often = aLetter("<img src='asset:logo.svg' alt='' style='width: 3mm'>".repeat(50))
                .asset("logo.svg", drawing.getBytes(StandardCharsets.UTF_8));

        assertThat(pdf(often).length).isLessThan(pdf(once).length + 4_000);
    }

    @Test
    void a_brand_without_usable_fonts_is_refused_in_words() {
        var letter = aLetter("<p>x</p>");

        assertThatThrownBy(() -> pdf(letter.brand(Map.of("name", "x"))))
                .hasMessage("brands/lindenwerk/brand.yaml: a letter needs fonts");
        assertThatThrownBy(() -> pdf(letter.brand(fonts("fonts/Missing.ttf"))))
                .hasMessage("brands/lindenwerk/assets/fonts/Missing.ttf: there is no such file");
        assertThatThrownBy(() -> pdf(letter.brand(fonts("logo.svg"))))
                .hasMessage("brands/lindenwerk/assets/logo.svg: cannot be read as a TrueType font");
    }

    private static Map<String, Object> fonts(String file) {
        return Map.of("fonts", List.of(Map.of("family", "X", "file", file)));
    }

    @Test
    void markup_that_only_browsers_forgive_is_read_like_a_browser_reads_it() {
        var letter = withLayout(
                "<p>eins<br>zwei<p>drei & vier &amp; f&uuml;nf<ul><li>sechs<li>sieben</ul><table><tr><td>acht",
                "<!DOCTYPE html><html lang=de><head><meta charset=utf-8><style>{css}</style><body>{body}");

        assertThat(text(pdf(letter)).replace("\r", "").replace("\u2022", "").replaceAll(" +", " "))
                .contains("eins\nzwei", "drei & vier & fünf", "sechs", "sieben", "acht");
    }

    @Test
    void a_press_that_failed_harms_no_later_letter() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> pdf(aLetter("<p>\u4e2d</p>"))).isInstanceOf(RenderException.class);
            assertThat(text(pdf(aLetter("<p>gut</p>")))).isEqualTo("gut");
        }
    }
}
