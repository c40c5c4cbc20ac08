package io.chancery.render.print;

import static io.chancery.render.print.Letters.aLetter;
import static io.chancery.render.print.Letters.open;
import static io.chancery.render.print.Letters.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.vocabulary.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** What a listener hears of a letter, where no validator listens. */
class TaggedLetterTest {

    @Test
    void a_table_over_many_pages_reads_its_head_once_and_no_sum_to_carry() throws IOException {
        var pdf = RendererAccess.of(new PrintRenderer())
                .render(Channel.PRINT, ShippedTemplates.fixture("invoice", "long-100-items"))
                .content();

        try (var document = open(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(read(document)).containsOnlyOnce("Einzelpreis").doesNotContain("Übertrag", "Zwischensumme");
            assertThat(decoration(document)).contains("Einzelpreis", "Übertrag", "Zwischensumme");
        }
    }

    @Test
    void a_table_that_is_all_head_is_read_to_its_end() throws IOException {
        var rows = "<tr><th>Kopf</th></tr>".repeat(120) + "<tr><th>Schluss</th></tr>";

        try (var document = open(pdf(aLetter("<table><thead>" + rows + "</thead></table>")))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(read(document)).contains("Schluss");
        }
    }

    @Test
    void nothing_empty_is_announced() throws IOException {
        var pdf = pdf(aLetter("<table><tr><th scope='row'>Zähler</th><td></td></tr></table><div> </div><p></p>"));

        try (var document = open(pdf)) {
            assertThat(tags(document.getDocumentCatalog().getStructureTreeRoot()))
                    .contains("Table", "TH", "TD")
                    .doesNotContain("THead", "TFoot", "P");
        }
    }

    @Test
    void what_only_decorates_or_sets_side_by_side_is_not_announced() throws IOException {
        var pdf = pdf(aLetter("<table role='presentation'><tr><td><img src='asset:logo.svg' alt=''>links</td>"
                + "<td>rechts</td></tr></table>"));

        try (var document = open(pdf)) {
            assertThat(tags(document.getDocumentCatalog().getStructureTreeRoot()))
                    .doesNotContain("Table", "TD", "Figure");
            assertThat(read(document)).contains("links", "rechts");
        }
    }

    @Test
    void a_chart_is_a_figure_of_outlines_that_says_its_values() throws IOException {
        var renderer = RendererAccess.of(new PrintRenderer());
        var request = ShippedTemplates.fixture("meter-reading", "one-meter");

        var pdf = renderer.render(Channel.PRINT, request).content();

        assertThat(pdf).isEqualTo(renderer.render(Channel.PRINT, request).content());
        try (var document = open(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(elements(document.getDocumentCatalog().getStructureTreeRoot()))
                    .filteredOn(element -> "Figure".equals(element.getStructureType()))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .anyMatch(alt -> alt.contains("2022 2.980 (2.850)"));
            assertThat(read(document)).doesNotContain("Haushalte wie Ihrer");
        }
    }

    @Test
    void headings_are_bookmarks_and_links_say_where_they_lead() throws IOException {
        var pdf = pdf(aLetter("<h1>Ihr Vertrag</h1><p>Siehe <a href='https://example.org/'>die Preise</a>.</p>"
                + "<h2>Kündigung</h2><p>Jederzeit.</p>"));

        try (var document = open(pdf)) {
            var titles = new ArrayList<String>();
            document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
            assertThat(titles).containsExactly("Ihr Vertrag", "Kündigung");
            assertThat(elements(document.getDocumentCatalog().getStructureTreeRoot()))
                    .filteredOn(element -> "Link".equals(element.getStructureType()))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .containsExactly("die Preise");
        }
    }

    private static String read(PDDocument document) throws IOException {
        return text(document, true);
    }

    private static String decoration(PDDocument document) throws IOException {
        return text(document, false);
    }

    private static String text(PDDocument document, boolean tagged) throws IOException {
        var text = new StringBuilder();
        for (var page : document.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            for (var content : extractor.getMarkedContents()) {
                if (tagged == content.getMCID() >= 0) {
                    append(content, text);
                }
            }
        }
        return text.toString();
    }

    private static void append(PDMarkedContent content, StringBuilder text) {
        for (var part : content.getContents()) {
            if (part instanceof TextPosition glyph) {
                text.append(glyph.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                append(inner, text);
            }
        }
        text.append('\n');
    }

    private static List<String> tags(PDStructureNode node) {
        return elements(node).stream().map(PDStructureElement::getStructureType).toList();
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        var elements = new ArrayList<PDStructureElement>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element && element.getCOSObject() instanceof COSDictionary) {
                elements.add(element);
                elements.addAll(elements(element));
            }
        }
        return elements;
    }
}
