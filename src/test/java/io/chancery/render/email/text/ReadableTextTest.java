package io.chancery.render.email.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadableTextTest {

    private static String textOf(String html) {
        return ReadableText.of(html).filled(List.of());
    }

    @Test
    void headings_paragraphs_and_lists_keep_their_shape() {
        var html = """
                <h1>Ihre Rechnung</h1>
                <p>Guten Tag,<br>
                   hier   ist sie.</p><div>eins</div><div>zwei</div>
                <ul><li>Strom</li><li>Gas
                  <ol><li>Arbeit</li><li>Grund<br>preis</li></ol></li></ul>
                <h2>Fragen?</h2><p>Rufen Sie an.</p>""";

        assertThat(textOf(html)).isEqualTo("""
                        Ihre Rechnung
                        -------------

                        Guten Tag,
                        hier ist sie.

                        eins
                        zwei

                        - Strom
                        - Gas

                          1. Arbeit
                          2. Grund
                             preis

                        Fragen?
                        -------

                        Rufen Sie an.""");
    }

    @Test
    void links_show_where_they_lead_unless_they_say_so_already() {
        var html = """
                <p><a href="https://lindenwerk.example/wechsel">Jetzt wechseln</a>,
                <a href="https://lindenwerk.example">lindenwerk.example</a>,
                <a href="mailto:service@lindenwerk.example">service@lindenwerk.example</a>,
                <a href="#anker">Anker</a></p>""";

        assertThat(textOf(html))
                .isEqualTo("Jetzt wechseln (https://lindenwerk.example/wechsel), lindenwerk.example,"
                        + " service@lindenwerk.example, Anker");
    }

    @Test
    void a_table_stands_in_columns_with_its_numbers_to_the_right() {
        var html = """
                <table>
                  <thead><tr><th>Leistung</th><th>Netto EUR</th></tr></thead>
                  <tbody>
                    <tr><td>Arbeitspreis Strom<br><span>312&nbsp;kWh × 0,3290</span></td><td>102,65</td></tr>
                    <tr><td>Abschlag</td><td>−1.120,00</td></tr>
                  </tbody>
                </table>""";

        assertThat(textOf(html)).isEqualTo("""
                        Leistung            Netto EUR
                        -----------------------------
                        Arbeitspreis Strom     102,65
                        312 kWh × 0,3290
                        Abschlag            −1.120,00""");
    }

    @Test
    void a_table_of_facts_has_its_labels_on_the_left() {
        var html = """
                <table><tr><th scope="row">Rechnungsnummer</th><td>R-2026-000017</td></tr>
                <tr><th scope="row">IBAN</th><td>DE58 0000 0417</td></tr>
                <tr><td colspan="2">Danke</td></tr></table>""";

        assertThat(textOf(html)).isEqualTo("""
                        Rechnungsnummer  R-2026-000017
                        IBAN             DE58 0000 0417
                        Danke""");
    }

    @Test
    void a_long_text_in_a_table_is_set_in_several_lines() {
        var html = "<table><tr><td>" + "Wort ".repeat(40) + "</td><td>1,00</td></tr></table>";

        assertThat(textOf(html).lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.length() <= PlainTable.WIDTH)
                .first()
                .asString()
                .endsWith("  1,00");
    }

    @Test
    void a_word_that_is_longer_than_its_column_is_broken() {
        var html = "<table><tr><td>" + "Wort".repeat(40) + "</td><td>1,00</td></tr></table>";

        assertThat(textOf(html).lines()).hasSize(3).allMatch(line -> line.length() <= PlainTable.WIDTH);
    }

    @Test
    void a_table_with_too_many_columns_is_still_text() {
        var html = "<table><tr>" + "<td>Unteilbares</td>".repeat(20) + "</tr></table>";

        assertThat(textOf(html).replaceAll("\\s", "")).isEqualTo("Unteilba".repeat(20) + "res".repeat(20));
    }

    @Test
    void what_is_not_seen_is_not_read() {
        var html = """
                <style>p { color: red }</style><div style="display:none">Vorschau</div><p hidden>x</p>
                <p>Sonder\u00ADposten\u200B E\u2011Mail</p><img src="cid:logo" alt="Lindenwerk">""";

        assertThat(textOf(html)).isEqualTo("Sonderposten E-Mail\n\nLindenwerk");
    }

    @Test
    void text_from_outside_stays_text() {
        assertThat(textOf("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"x\"</p>"))
                .isEqualTo("<script>alert(1)</script> & \"x\"");
    }

    @Test
    void broken_html_gives_text_all_the_same() {
        for (var html : Arrays.asList("", "<table>", "<table><tr></table>", "<td>x", "<ul><li>", "a<p>b</div>c<br>")) {
            assertThat(textOf(html)).doesNotContain("<");
        }
        assertThat(textOf("<table><tr><td colspan=\"-7x\">a</td><td colspan=\"999999999999\">b</td></tr></table>"))
                .contains("a", "b");
    }
}
