package io.chancery.render.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.Brand;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Rendition;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The letter that ships in each form, measured on the page in millimetres: DIN 5008 and the Swiss letters. */
class LetterFormTest {

    private static final Renderer RENDERER = RendererAccess.of(new PrintRenderer());
    private static final double TOLERANCE = 0.3;

    @ParameterizedTest
    @CsvSource({
        "din-5008-a, 27, 25, 125",
        "din-5008-b, 45, 25, 125",
        "swiss-left, 35.5, 25, 125",
        "swiss-right, 45, 118, 25"
    })
    void address_and_information_stand_where_the_form_has_them(
            String form, double fieldTop, double addressLeft, double informationLeft) throws Exception {
        var sheet = first(inForm(form, List.of()));

        var name = sheet.words("Frau");
        var city = sheet.words("00423");
        var sender = sheet.words("Lindenwerk Energie GmbH · Am");
        assertLength(name.box().getMinX(), addressLeft);
        assertLength(sender.box().getMinX(), addressLeft);
        // DIN 5008: the upper zone of 17.7 mm, and 27.3 mm for the address
        assertThat(sender.box().getMaxY()).isBetween(fieldTop + 5, fieldTop + 17.7);
        assertThat(name.box().getMinY()).isBetween(fieldTop + 17.7, fieldTop + 17.7 + 4.4);
        assertThat(city.box().getMaxY()).isBetween(name.box().getMaxY(), fieldTop + 45);
        // The information begins 5 mm below the top of the field.
        var information = sheet.words("Kundennummer");
        assertLength(information.box().getMinX(), informationLeft);
        assertThat(information.box().getMinY()).isBetween(fieldTop + 5, fieldTop + 5 + 4.3);
        assertThat(sheet.words("Letzte Mahnung zur").box().getMinY()).isBetween(fieldTop + 53.5, fieldTop + 65);
    }

    @ParameterizedTest
    @CsvSource({"din-5008-a, 87, 192", "din-5008-b, 105, 210", "swiss-left, 105, 210", "swiss-right, 105, 210"})
    void folds_and_holes_are_marked_at_the_left_edge_of_the_first_page(String form, double upper, double lower)
            throws Exception {
        List<Double> marks;
        try (var document = Letters.open(rendered(inForm(form, List.of())).content())) {
            marks = Sheet.linesBetween(3, 15, document);
        }

        assertThat(marks).hasSize(3);
        assertLength(marks.get(0), upper);
        assertLength(marks.get(1), 148.5);
        assertLength(marks.get(2), lower);
    }

    @ParameterizedTest
    @ValueSource(strings = {"din-5008-a", "din-5008-b", "swiss-left", "swiss-right"})
    void notes_stand_between_the_sender_and_the_address_and_all_show_in_the_window(String form) throws Exception {
        var sheet = first(inForm(form, List.of("Einschreiben", "Wenn unzustellbar, zurück!")));

        var lines = List.of(
                "Lindenwerk Energie GmbH · Am", "Einschreiben", "Wenn unzustellbar, zurück!", "Persönlich", "Frau");
        for (int i = 1; i < lines.size(); i++) {
            var above = sheet.words(lines.get(i - 1)).box();
            var below = sheet.words(lines.get(i)).box();
            assertThat(below.getMinY()).isGreaterThan(above.getMaxY());
            assertLength(below.getMinX(), above.getMinX());
        }
        var window = window(form);
        assertThat(sheet.words())
                .extracting(Sheet.Words::box)
                .noneMatch(box -> box.intersects(window) && !window.contains(box));
        assertThat(window.contains(sheet.words(lines.get(0)).box())).isTrue();
    }

    private static Rectangle2D window(String form) {
        return switch (form) {
            case "din-5008-a" -> new Rectangle2D.Double(20, 27, 85, 45);
            case "din-5008-b" -> new Rectangle2D.Double(20, 45, 85, 45);
            case "swiss-left" -> new Rectangle2D.Double(20, 35.5, 100, 45);
            default -> new Rectangle2D.Double(112, 45, 90, 45);
        };
    }

    @Test
    void a_note_that_is_too_long_for_the_window_is_refused() {
        var note = "Einschreiben ".repeat(4).strip();
        var tooLong = List.of(note + " mit Rückschein", note + " eigenhändig", note + " gegen Vorlage des Ausweises");

        assertThatThrownBy(() -> rendered(inForm("din-5008-b", tooLong)))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining(
                        "What stands above the address does not fit the window of the envelope (din-5008-b)");
    }

    @Test
    void there_is_room_for_four_notes() {
        assertThatThrownBy(() -> rendered(inForm("din-5008-b", List.of("a", "b", "c", "d"))))
                .isInstanceOf(RenderException.class)
                .hasMessage("Above an address stand at most 4 notes, not 5");
    }

    @ParameterizedTest
    @CsvSource({"DE, din-5008-a", "CH, swiss-left", "AT, din-5008-b", "FR, din-5008-b"})
    void each_country_has_the_form_that_the_brand_has_for_it(String country, String form) {
        var request = inForm("din-5008-b", List.of());
        var forms = Map.of("default", "din-5008-b", "DE", "din-5008-a", "CH", "swiss-left");
        var there = with(request, Map.of("forms", forms)).to(at(request.recipient(), country), "de");

        assertThat(rendered(there).envelope()).containsEntry("form", form);
    }

    private static Recipient at(Recipient known, String country) {
        var address = new PostalAddress("Weg 1", "1000", "Ort", country);
        return new Recipient(
                known.ucid(),
                1,
                known.name(),
                null,
                "de",
                null,
                new Recipient.ContactPoints(address, null, null, null));
    }

    private static void assertLength(double measured, double wanted) {
        assertThat(measured).isCloseTo(wanted, offset(TOLERANCE));
    }

    private static Sheet first(RenderRequest request) throws Exception {
        try (var document = Letters.open(rendered(request).content())) {
            return Sheet.of(document, 1);
        }
    }

    private static Rendition rendered(RenderRequest request) {
        return RENDERER.render(Channel.PRINT, request);
    }

    /** The last reminder, which is for nobody else's eyes. */
    private static RenderRequest inForm(String form, List<String> notes) {
        return with(
                ShippedTemplates.fixture("payment-reminder", "level-3"),
                Map.of("forms", Map.of("default", form), "notes", notes));
    }

    private static RenderRequest with(RenderRequest request, Map<String, Object> letter) {
        var version = request.template();
        var settings = new LinkedHashMap<>(version.brand().settings());
        settings.put("letter", letter);
        var brand = new Brand(
                version.brand().id(),
                version.brand().key(),
                1,
                settings,
                version.brand().layouts(),
                version.brand().assets());
        var changed = new TemplateVersion(
                UUID.nameUUIDFromBytes(letter.toString().getBytes(StandardCharsets.UTF_8)),
                version.key(),
                1,
                version.settings(),
                version.schema(),
                version.messages(),
                version.blocks(),
                brand);
        return new RenderRequest(
                request.deliveryId(),
                changed,
                request.reader(),
                request.data(),
                request.reference(),
                request.date(),
                null);
    }
}
