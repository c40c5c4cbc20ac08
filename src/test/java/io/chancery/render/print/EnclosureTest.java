package io.chancery.render.print;

import static io.chancery.render.print.Letters.aLetter;
import static io.chancery.render.print.Letters.open;
import static io.chancery.render.print.Letters.printed;
import static io.chancery.render.print.Letters.text;
import static io.chancery.render.print.Letters.withLayout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.TemplateSettings.Enclosure;
import io.chancery.template.TemplateSettings.Letter;
import io.chancery.vocabulary.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies behind a letter. */
class EnclosureTest {

    private static final String PATH = "enclosures/rights.pdf";
    private static final String LAYOUT =
            "<html><head><style>{css} @page { @bottom-center { content: 'Seite ' counter(page)"
                    + " ' von ' counter(pages); font-family: Liberation Sans } }</style></head><body>{body}"
                    + "{#for title in letter.enclosures}<p>Anlage: {title}</p>{/for}</body></html>";

    private static Messages enclosing(String body, String sides, Enclosure... enclosures) {
        return withLayout(body, LAYOUT)
                .asset(PATH, ShippedEnclosures.shipped("contract-rights.de"))
                .letter(new Letter(Map.of(), Map.of(), List.of(enclosures), sides));
    }

    private static Enclosure rights(String condition) {
        return new Enclosure(Map.of("de", "Ihre Rechte"), Map.of("de", PATH), condition);
    }

    @Test
    void an_enclosure_is_named_in_the_letter_and_bound_behind_it() throws Exception {
        var letter = printed(enclosing("<h1>Brief</h1>", "simplex", rights("")));

        try (var document = open(letter.content())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(Sheet.of(document, 1).text()).contains("Anlage: Ihre Rechte", "Seite 1 von 1");
            assertThat(Sheet.of(document, 2).text()).contains("Sie können kündigen", "Seite 1 von 1");
        }
        assertThat(letter.envelope())
                .containsEntry("pages", "2")
                .containsEntry("sheets", "2")
                .containsEntry("sides", "simplex");
    }

    @Test
    void it_begins_on_a_sheet_of_its_own() throws Exception {
        var letter = printed(enclosing("<p>Brief</p>", "duplex", rights(""), rights("")));

        try (var document = open(letter.content())) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
            assertThat(Sheet.of(document, 2).words()).isEmpty();
            assertThat(Sheet.of(document, 3).text()).contains("Sie können kündigen");
            assertThat(Sheet.of(document, 4).words()).isEmpty();
            assertThat(Sheet.of(document, 5).text()).contains("Sie können kündigen");
        }
        assertThat(letter.envelope())
                .containsEntry("pages", "5")
                .containsEntry("sheets", "3")
                .containsEntry("sides", "duplex");
    }

    @Test
    void the_whole_can_be_archived_and_listened_to() throws Exception {
        var pdf = printed(enclosing(
                        "{#subject}Ihr Vertrag{/subject}<h1>Brief</h1><p><a href='https://example.org/'>Mehr</a></p>",
                        "duplex",
                        rights(""),
                        rights("")))
                .content();

        assertThat(VeraPdf.violations(pdf, "3a")).isEmpty();
        assertThat(VeraPdf.violations(pdf, "ua1")).isEmpty();
        try (var document = open(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Ihr Vertrag");
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(catalog.getOutputIntents()).hasSize(1);
            var bookmarks = new ArrayList<String>();
            catalog.getDocumentOutline().children().forEach(item -> bookmarks.add(item.getTitle()));
            assertThat(bookmarks).startsWith("Brief", "Ihre Rechte bei Vertragsänderungen");
        }
    }

    @Test
    void its_tags_are_a_part_of_the_document_in_its_own_language() throws Exception {
        var english = enclosing("<h1>Brief</h1>", "simplex", rights(""))
                .asset(PATH, ShippedEnclosures.shipped("contract-rights.en"));

        try (var document = open(printed(english).content())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            var whole = (PDStructureElement) document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getKids()
                    .get(0);
            var parts =
                    whole.getKids().stream().map(PDStructureElement.class::cast).toList();
            assertThat(whole.getStructureType()).isEqualTo("Document");
            assertThat(parts).extracting(PDStructureElement::getStructureType).containsExactly("Part", "Part");
            assertThat(parts.get(1).getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void an_enclosure_without_bookmarks_gets_one_with_its_title() throws Exception {
        byte[] bare;
        try (var document = open(ShippedEnclosures.shipped("contract-rights.de"));
                var out = new java.io.ByteArrayOutputStream()) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.OUTLINES);
            document.save(out);
            bare = out.toByteArray();
        }

        try (var document =
                open(printed(enclosing("<p>x</p>", "simplex", rights("")).asset(PATH, bare))
                        .content())) {
            var last = document.getDocumentCatalog().getDocumentOutline().getLastChild();
            assertThat(last.getTitle()).isEqualTo("Ihre Rechte");
            assertThat(last.findDestinationPage(document).getCOSObject())
                    .isEqualTo(document.getPage(1).getCOSObject());
        }
    }

    @Test
    void the_same_letter_with_the_same_enclosures_gives_the_same_bytes() {
        var letter = enclosing("<h1>Brief</h1>", "duplex", rights(""), rights(""));

        assertThat(printed(letter).content()).isEqualTo(printed(letter).content());
    }

    @Test
    void a_condition_decides_whether_it_goes_along() {
        var letter = enclosing("<p>Brief</p>", "simplex", rights("data.household"));

        assertThat(text(printed(letter.data("{\"household\": true}")).content()))
                .contains("Anlage", "Sie können kündigen");
        assertThat(text(printed(letter.data("{\"household\": false}")).content()))
                .contains("Brief")
                .doesNotContain("Anlage", "Sie können kündigen");
        assertThatThrownBy(() -> printed(letter.data("{}")))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("household");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enclosures/other.pdf", "logo.svg"})
    void what_the_brand_has_not_stops_the_letter(String path) {
        var missing = new Enclosure(Map.of("de", "Ihre Rechte"), Map.of("de", path), "");

        assertThatThrownBy(() -> printed(enclosing("<p>x</p>", "", missing)))
                .isInstanceOf(RenderException.class)
                .hasMessage("brands/lindenwerk/assets/" + path + ": there is no such enclosure");
    }

    @Test
    void one_that_cannot_lie_behind_a_letter_is_refused_with_the_reason() {
        var letter = enclosing("<p>x</p>", "", rights("")).asset(PATH, "x".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> printed(letter))
                .isInstanceOf(RenderException.class)
                .hasMessage("brands/lindenwerk/assets/" + PATH + ": cannot be read as a PDF");
        assertThat(new PrintRenderer().faults(letter.request().template()))
                .containsExactly("brands/lindenwerk/assets/" + PATH + ": cannot be read as a PDF");
    }

    @Test
    void a_letter_is_printed_on_both_sides_unless_somebody_says_otherwise() {
        assertThat(printed(aLetter("<p>x</p>")).envelope()).containsEntry("sides", "duplex");
        assertThat(printed(enclosing("<p>x</p>", "simplex")).envelope()).containsEntry("sides", "simplex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract-rights.de", "contract-rights.en"})
    void what_ships_conforms_and_says_what_its_source_says(String name) throws Exception {
        var shipped = ShippedEnclosures.shipped(name);

        assertThat(VeraPdf.violations(shipped, "3a")).isEmpty();
        assertThat(VeraPdf.violations(shipped, "ua1")).isEmpty();
        assertThat(text(shipped)).isEqualTo(text(ShippedEnclosures.made(name)));
        assertThat(shipped.length).isLessThan(60_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "english", "swiss"})
    void the_contract_change_tells_customers_in_germany_their_rights(String fixture) {
        var letter = RendererAccess.of(new PrintRenderer())
                .render(Channel.PRINT, ShippedTemplates.fixture("contract-change", fixture));

        assertThat(text(letter.content())).doesNotContain("Seite 1 von 2", "Page 1 of 2");
        boolean germany = !fixture.equals("swiss");
        assertThat(text(letter.content()).contains("41 (5)")
                        || text(letter.content()).contains("41 Absatz 5"))
                .isEqualTo(germany);
        assertThat(letter.envelope())
                .containsEntry("pages", germany ? "3" : "1")
                .containsEntry("sheets", germany ? "2" : "1");
    }
}
