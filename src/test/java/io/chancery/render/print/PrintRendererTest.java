package io.chancery.render.print;

import static io.chancery.render.print.Letters.aLetter;
import static io.chancery.render.print.Letters.open;
import static io.chancery.render.print.Letters.pdf;
import static io.chancery.render.print.Letters.printed;
import static io.chancery.render.print.Letters.text;
import static io.chancery.render.print.Letters.withLayout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.vocabulary.PostalAddress;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintRendererTest {

    @Test
    void a_letter_can_be_archived_and_listened_to() throws Exception {
        var pdf = pdf(aLetter(
                "{#subject}Ihre Rechnung{/subject}<h1>Für Sie</h1><p>1.234,50 €</p><img src='asset:logo.svg' alt=''>"
                        + "<p><a href='https://example.org/'>Mehr</a></p>"));

        assertThat(VeraPdf.violations(pdf, "3a")).isEmpty();
        assertThat(VeraPdf.violations(pdf, "ua1")).isEmpty();
        assertThat(text(pdf)).contains("Für Sie", "1.234,50 €");
        try (var document = open(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Ihre Rechnung");
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("Ihre Rechnung");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
        }
    }

    @Test
    void the_same_letter_gives_the_same_bytes() {
        var letter = aLetter("{#subject}Zweimal{/subject}<h1>Gleich</h1><img src='asset:logo.svg' alt='Linde'>");

        assertThat(pdf(letter)).isEqualTo(pdf(letter));
    }

    @Test
    void a_picture_says_what_it_shows_or_that_it_only_decorates() {
        assertThatThrownBy(() -> pdf(aLetter("<img src='asset:logo.svg'>")))
                .hasMessageContaining("needs an alt: what it shows");
    }

    @Test
    void the_size_at_a_picture_gives_way_to_the_style_sheet() {
        var plain = picture("", "");
        var sized = picture("img { width: 30mm; height: 10mm }", "");

        assertThat(picture("img { width: 30mm; height: 10mm }", "width='520' height='9'"))
                .isEqualTo(sized)
                .isNotEqualTo(plain);
        assertThat(picture("", "width='520'")).isNotEqualTo(plain);
        assertThat(picture("img { width: 9mm }", "width='520' style='width: 30mm; height: 10mm'"))
                .isEqualTo(sized);
    }

    private static byte[] picture(String css, String attributes) {
        var layout = "<html><head><title>x</title><style>{|html { font-family: Liberation Sans } " + css
                + "|}</style></head><body>{body}</body></html>";
        return pdf(withLayout("<img src='asset:logo.svg' alt='' " + attributes + ">", layout));
    }

    @Test
    void the_checker_of_conformance_can_fail() throws Exception {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);

            assertThat(VeraPdf.violations(out.toByteArray(), "2b")).isNotEmpty();
        }
    }

    @Test
    void the_envelope_says_what_the_printer_needs() {
        var letter = aLetter(
                "<p>eins</p><p style='page-break-before: always'>zwei</p><p style='page-break-before: always'>drei</p>");

        assertThat(printed(letter).envelope())
                .containsOnly(
                        Map.entry("fileName", Messages.DELIVERY + ".pdf"),
                        Map.entry("pages", "3"),
                        Map.entry("sheets", "2"),
                        Map.entry("sides", "duplex"),
                        Map.entry("country", "DE"),
                        Map.entry("form", "din-5008-b"),
                        Map.entry("brand", letter.request().template().brand().key()),
                        Map.entry("ucid", letter.request().recipient().ucid().text()),
                        Map.entry("postcode", "10969"),
                        Map.entry("to", "Lindenstraße 5, 10969 Berlin, DE"));
        assertThat(printed(letter.at(new PostalAddress("Städtle 1", "9490", "Vaduz", "LI")))
                        .envelope())
                .containsEntry("form", "swiss-right")
                .containsEntry("country", "LI");
    }

    @Test
    void a_customer_without_a_postal_address_still_gets_the_pdf_that_goes_with_a_mail() {
        assertThat(printed(aLetter("<p>eins</p>").at(null)).envelope()).containsEntry("country", "");
    }

    @Test
    void hostile_data_arrive_as_harmless_text() {
        var letter = aLetter("<p>{data.a}</p><p>{data.b}</p><p>{data.c}</p>").data("""
                {"a": "<script>alert(1)</script> & \\"Sonder\\u00adposten\\"", "b": "{data.secret} {#each} ${7*7} =HYPERLINK(1)",
                 "c": "x</p><img src='http://localhost/'><style>* { display: none }</style>\\u0000\\ud800"}""");

        assertThat(text(pdf(letter)).replace("\r", "")).isEqualTo("""
                        <script>alert(1)</script> & "Sonderposten"
                        {data.secret} {#each} ${7*7} =HYPERLINK(1)
                        x</p><img src='http://localhost/'><style>* { display: none }</style>""");
    }

    @ParameterizedTest
    @CsvSource({"2764, HEAVY BLACK HEART", "1F600, GRINNING FACE", "4E2D, CJK UNIFIED IDEOGRAPHS 4E2D"})
    void a_character_no_font_has_is_named_and_the_text_is_not(String codePoint, String name) {
        var character = Character.toString(Integer.parseInt(codePoint, 16));

        assertThatThrownBy(() -> pdf(aLetter("<p>Frau " + character + " Müller</p>")))
                .isInstanceOf(RenderException.class)
                .hasMessage("The fonts of brand lindenwerk have no character U+" + codePoint + " (" + name + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mu\u0308ller", "Mül\u00adler", "Mül\u200bler", "\ufeffMüller", "Mül\u2060ler"})
    void what_fonts_need_not_have_is_no_fault(String name) {
        assertThat(text(pdf(aLetter("<p>" + name + "</p>"))).replaceAll("\\p{Cf}", ""))
                .isEqualTo("Müller");
    }

    @Test
    void spaces_of_all_kinds_print() {
        assertThat(text(pdf(aLetter("<p>5\u00a0€ 1\u202f000 a\u2003b</p>")))).matches("(?U)5\\s€ 1\\s000 a\\s+b");
    }

    @Test
    void letters_are_printed_side_by_side() throws Exception {
        var pool = Executors.newFixedThreadPool(6);
        try {
            var jobs = IntStream.range(0, 60)
                    .<Callable<String>>mapToObj(n -> () -> text(pdf(aLetter("<p>Brief " + n + " €</p>"))))
                    .toList();
            var texts = pool.invokeAll(jobs);
            for (int n = 0; n < 60; n++) {
                assertThat(texts.get(n).get()).isEqualTo("Brief " + n + " €");
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void a_letter_knows_its_language_even_if_the_layout_does_not() throws Exception {
        var english = aLetter("x").in("en", "<p>Dear {customer.name}</p>");

        try (var document = open(pdf(english))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Invoice");
        }
    }

    @Test
    void a_font_the_brand_has_not_is_an_error() {
        assertThatThrownBy(() ->
                        pdf(withLayout("<p>x</p>", "<html><style>html { font-family: Arial }</style>{body}</html>")))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("asks for a font that brand lindenwerk has not");
    }

    @Test
    void long_tables_repeat_their_head_and_carry_their_sums_over() throws Exception {
        var rows = new StringBuilder();
        IntStream.rangeClosed(1, 100)
                .forEach(n -> rows.append("<tr data-sum='S" + n + "'><td>Zeile " + n + "</td><td>1</td></tr>"));
        var css =
                "table { -fs-table-paginate: paginate; table-layout: fixed; width: 100% } tr { page-break-inside: avoid }"
                        + " .brought:-fs-first-fragment { display: none } .carry:-fs-last-fragment { display: none }"
                        + " .brought .sum:before { content: -fs-running-attr(data-sum, start) }"
                        + " .carry .sum:before { content: -fs-running-attr(data-sum, last) }";
        var table = "<table><thead><tr><th>Leistung</th><th>Betrag</th></tr>"
                + "<tr class='brought'><td>Übertrag</td><td><span class='sum'></span></td></tr></thead>"
                + "<tfoot class='carry'><tr><td>Zwischensumme</td><td><span class='sum'></span></td></tr></tfoot>"
                + "<tbody>" + rows + "</tbody></table>";
        var pdf =
                pdf(withLayout(table, "<html><head><style>{css}" + css + "</style></head><body>{body}</body></html>"));

        try (var document = open(pdf)) {
            int pages = document.getNumberOfPages();
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document);
                var last = text.lines()
                        .filter(line -> line.startsWith("Zeile "))
                        .reduce((a, b) -> b)
                        .orElseThrow();
                var sum = "S" + last.split(" ")[1];
                assertThat(text).contains("Leistung Betrag");
                assertThat(text.contains("Übertrag")).isEqualTo(page > 1);
                assertThat(text.contains("Zwischensumme " + sum)).isEqualTo(page < pages);
            }
            assertThat(pages).isGreaterThan(1);
        }
    }
}
