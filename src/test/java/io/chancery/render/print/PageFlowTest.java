package io.chancery.render.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the layout that ships breaks letters into pages. Filled line by line, so that the break comes everywhere once. */
class PageFlowTest {

    private static final Renderer RENDERER = RendererAccess.of(new PrintRenderer());
    private static final int LINES_OF_A_PAGE = 50;

    @Test
    void the_closing_never_stands_alone_on_a_page() throws Exception {
        for (int lines = 0; lines < LINES_OF_A_PAGE; lines++) {
            var pages = pages(filled(lines) + "<p>Das Letzte, was wir sagen.</p>{#include closing /}"
                    + "<p class='small'>Ohne Unterschrift gültig.</p>");

            var last = pages.get(pages.size() - 1);
            assertThat(last)
                    .as(lines + " lines")
                    .contains("Das Letzte", "Grüße", "Kundenservice von", "Ohne Unterschrift");
        }
    }

    @Test
    void no_line_of_a_paragraph_stands_alone_on_a_page() throws Exception {
        var paragraph = "<p>"
                + IntStream.rangeClosed(1, 5).mapToObj(n -> "Zeile " + n).collect(Collectors.joining("<br/>")) + "</p>";
        int broken = 0;
        for (int lines = 0; lines < LINES_OF_A_PAGE; lines++) {
            for (var page : pages(filled(lines) + paragraph + filled(5))) {
                var shown = IntStream.rangeClosed(1, 5)
                        .filter(n -> page.contains("Zeile " + n))
                        .count();
                assertThat(shown).as(lines + " lines").isNotIn(1L, 4L);
                broken += shown == 2 ? 1 : 0;
            }
        }
        assertThat(broken).isPositive();
    }

    @Test
    void no_heading_stands_alone_at_the_end_of_a_page() throws Exception {
        for (int lines = 0; lines < LINES_OF_A_PAGE; lines++) {
            for (var page :
                    pages(filled(lines) + "<h2>Überschrift</h2><p>Darunter<br/>steht<br/>etwas.</p>" + filled(5))) {
                assertThat(page.contains("Überschrift")).as(lines + " lines").isEqualTo(page.contains("Darunter"));
            }
        }
    }

    @Test
    void no_row_of_a_table_is_torn_and_its_head_stands_on_every_page() throws Exception {
        var rows = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> "<tr><th scope='row'>Oben " + n + ".<br/>Mitte<br/>Unten " + n + ".</th><td>x</td></tr>")
                .collect(Collectors.joining());
        var table =
                "<table class='meters'><thead><tr><th scope='col'>Kopf</th><th scope='col'>Wert</th></tr></thead><tbody>"
                        + rows + "</tbody></table>";

        var pages = pages(table);

        assertThat(pages).hasSizeGreaterThan(2).allMatch(page -> page.contains("Kopf"));
        for (var page : pages) {
            for (int n = 1; n <= 40; n++) {
                assertThat(page.contains("Oben " + n + ".")).isEqualTo(page.contains("Unten " + n + "."));
            }
        }
    }

    @Test
    void the_letterhead_stands_on_the_first_page_and_what_it_is_about_on_the_others() throws Exception {
        var pages = pages(filled(2 * LINES_OF_A_PAGE));

        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.get(0)).contains("Kundennummer", "Geschäftsführung", "Seite 1 von " + pages.size());
        for (int page = 2; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .contains("Lindenwerk Energie GmbH · Betreff", "Seite " + page + " von " + pages.size())
                    .doesNotContain("Kundennummer", "Geschäftsführung");
        }
    }

    private static String filled(int lines) {
        return "<p>" + "Füllung<br/>".repeat(lines) + "Füllung</p>";
    }

    /** The text of each page of a letter with this body in the layout that ships. */
    private static List<String> pages(String body) throws Exception {
        var shipped = ShippedTemplates.fixture("welcome", "simple");
        var version = shipped.template();
        var source = "{#subject}Betreff{/subject}" + body;
        var changed = new TemplateVersion(
                UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)),
                version.key(),
                1,
                version.settings(),
                version.schema(),
                Map.of("de", source),
                version.blocks(),
                version.brand());
        var request = new RenderRequest(
                shipped.deliveryId(),
                changed,
                new Reader(shipped.recipient(), "de"),
                shipped.data(),
                shipped.reference(),
                shipped.date(),
                null);
        try (var document = Letters.open(RENDERER.render(Channel.PRINT, request).content())) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                pages.add(Sheet.of(document, page).text().replace("\n", " "));
            }
            return pages;
        }
    }
}
