package io.chancery.render;

import static io.chancery.render.Messages.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.letter.Enclosure;
import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.template.TemplateSettings;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyTest {

    private static final PersonName ERIKA = new PersonName("Frau", "", "Erika", "Größe");
    private static final PersonName NOBODY = new PersonName("", "", "", "");

    private static final TemplateSettings.Enclosure RIGHTS =
            new TemplateSettings.Enclosure(Map.of("de", "Ihre Rechte"), Map.of("de", "rights.pdf"), "");

    private static CopyRole guardian(boolean enclosures) {
        return new CopyRole(
                Map.of("de", "Betreuerin", "en", "guardian"), List.of(Channel.PRINT, Channel.EMAIL), enclosures);
    }

    private static Messages aCopy(String source) {
        return aMessage(source).copies(Map.of("guardian", guardian(false))).copyOf(ERIKA);
    }

    @Test
    void mails_and_pages_begin_with_whose_message_it_is() {
        var copy = aCopy("<p>Guten Tag</p>");

        assertThat(copy.body(Channel.EMAIL))
                .isEqualTo("<p class=\"copy\">Kopie an: Betreuerin, Original an: Erika Größe</p>\n<p>Guten Tag</p>");
        assertThat(copy.composed(Channel.SMS).text())
                .isEqualTo("Kopie an: Betreuerin, Original an: Erika Größe\n\nGuten Tag");
    }

    @Test
    void so_does_a_text_with_words_of_its_own() {
        assertThat(aCopy("<p>a</p>{#sms}Bitte zahlen{/sms}")
                        .composed(Channel.SMS)
                        .section())
                .isEqualTo("Kopie an: Betreuerin, Original an: Erika Größe\nBitte zahlen");
    }

    @Test
    void a_letter_has_it_above_the_address_first_of_all_notes_and_nowhere_else() {
        var letter = new TemplateSettings.Letter(Map.of(), Map.of("de", List.of("Persönlich")), List.of(), "");
        var composed = aCopy("<p>Guten Tag</p>").letter(letter).composed(Channel.PRINT);

        assertThat(composed.letter().notes())
                .containsExactly("Kopie an: Betreuerin, Original an: Erika Größe", "Persönlich");
        assertThat(composed.body()).isEqualTo("<p>Guten Tag</p>");
    }

    @Test
    void what_goes_to_the_customer_says_nothing_of_copies() {
        var own = aMessage("<p>Guten Tag</p>").copies(Map.of("guardian", guardian(false)));

        assertThat(own.body(Channel.EMAIL)).isEqualTo("<p>Guten Tag</p>");
        assertThat(own.composed(Channel.PRINT).letter().notes()).isEmpty();
    }

    @Test
    void a_name_is_text_and_one_that_nobody_knows_is_left_out() {
        var copy = aCopy("<p>a</p>");

        assertThat(copy.copyOf(new PersonName("", "", "", "<b>&")).body(Channel.EMAIL))
                .startsWith("<p class=\"copy\">Kopie an: Betreuerin, Original an: &lt;b&gt;&amp;</p>");
        assertThat(copy.copyOf(NOBODY).body(Channel.EMAIL)).startsWith("<p class=\"copy\">Kopie an: Betreuerin</p>");
    }

    @Test
    void languages_have_their_words_and_others_those_of_English() {
        assertThat(aCopy("x").in("en", "x").body(Channel.EMAIL))
                .contains("Copy to: guardian, Original to: Erika Größe");
        assertThat(aCopy("x").in("fr", "x").body(Channel.EMAIL)).contains("Copie à : guardian, Original à : Erika");
        assertThat(aCopy("x").in("pl", "x").body(Channel.EMAIL)).contains("Copy to: guardian");
    }

    @Test
    void enclosures_go_along_if_the_role_says_so() {
        var letter = new TemplateSettings.Letter(Map.of(), Map.of(), List.of(RIGHTS), "");
        var with = aMessage("x")
                .letter(letter)
                .copies(Map.of("guardian", guardian(true)))
                .copyOf(ERIKA);

        assertThat(with.composed(Channel.PRINT).letter().enclosures())
                .containsExactly(new Enclosure("Ihre Rechte", "rights.pdf"));
        assertThat(aCopy("x").letter(letter).composed(Channel.PRINT).letter().enclosures())
                .isEmpty();
    }

    @Test
    void whoever_reads_it_the_customer_pays() {
        var shipped = ShippedTemplates.fixture("invoice", "swiss-francs");
        var copy = new RenderRequest.Copy("adviser", "Beratung", shipped.recipient(), false);
        var request = new RenderRequest(
                shipped.deliveryId(),
                shipped.template(),
                new RenderRequest.Reader(aMessage("x").request().recipient(), "de").with(copy),
                shipped.data(),
                shipped.reference(),
                shipped.date(),
                null);

        var body = Messages.composed(Channel.PRINT, request).body();

        assertThat(body)
                .contains("Dr. Müller", "<p>" + shipped.recipient().name().full())
                .doesNotContain("Lindenstraße 5");
    }

    @ParameterizedTest
    @CsvSource({"level-1, de", "level-2, de", "level-3, de", "level-1, en", "level-2, en", "level-3, en"})
    void a_copy_of_the_reminder_speaks_of_who_owes_and_not_to_them(String fixture, String language) {
        var shipped = ShippedTemplates.fixture("payment-reminder", fixture);
        var copy = shipped.to(shipped.recipient(), language).copied("adviser", shipped.recipient());

        assertThat(List.of(
                        Messages.composed(Channel.PRINT, copy).text(),
                        Messages.composed(Channel.EMAIL, copy).text(),
                        Messages.composed(Channel.SCREEN, copy).text(),
                        Messages.composed(Channel.SMS, copy).section()))
                .allSatisfy(text -> assertThat(text)
                        .contains("R-2026-")
                        .doesNotContainPattern(
                                "Ihnen im|Ihnen keine|Ihre (Zahlung|Versorgung|Kundennummer)|bitten Sie|[Bb]itte"
                                        + " (überweisen|zahlen) Sie|Sie hiermit|tragen Sie|Haben Sie|Sie inzwischen")
                        .doesNotContainPattern(
                                "your (mind|payment|supply)|that you|you (will|must|have)|If you|[Pp]lease"
                                        + " (pay|settle)|Your customer|supplying you"));
        assertThat(Messages.composed(Channel.EMAIL, copy).subject())
                .startsWith(language.equals("de") ? "Kopie: " : "Copy: ");
    }

    @Test
    void templates_know_the_role_and_the_original_and_the_customer_is_who_reads() {
        var source = "{#if message.role}{message.role}, {/if}{message.original.name}, {customer.name}";

        assertThat(aCopy(source).body(Channel.PRINT)).isEqualTo("guardian, Erika Größe, Dr. Anna Müller");
        assertThat(aMessage(source).body(Channel.PRINT)).isEqualTo("Dr. Anna Müller, Dr. Anna Müller");
    }
}
