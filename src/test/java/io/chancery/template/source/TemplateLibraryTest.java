package io.chancery.template.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.ChannelPlan;
import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateSettings.PricedLines;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLibraryTest {

    private static final String SETTINGS = "test-invoice/template.yaml";

    @TempDir
    Path root;

    private SampleFolder folder;

    @BeforeEach
    void writeTheFolder() {
        folder = SampleFolder.in(root);
    }

    @Test
    void a_folder_in_order_gives_its_brands_blocks_and_templates() {
        var library = TemplateLibrary.read(root);

        assertThat(library.faults()).isEmpty();
        assertThat(library.blocks()).containsOnlyKeys("bank", "imprint", "signature", "unused");
        assertThat(library.brands()).extracting(BrandSource::key).containsExactly("musterwerk");
        assertThat(library.templates()).extracting(TemplateSource::key).containsExactly("test-invoice");
    }

    @Test
    void a_template_is_what_its_yaml_says() {
        var template = TemplateLibrary.read(root).templates().get(0);

        assertThat(template.settings())
                .isEqualTo(new TemplateSettings(
                        Map.of("de", "Rechnung", "en", "Invoice"),
                        MessageClass.TRANSACTIONAL,
                        Purpose.REQUEST_PAYMENT,
                        List.of("de", "en"),
                        new ChannelPlan(
                                ChannelPlan.Mode.FIRST_SUCCESS,
                                List.of(Channel.EMAIL, Channel.PRINT),
                                ChannelPlan.OnUncertain.RESEND_FLAGGED),
                        new PricedLines("items", "quantity", "price", "vat", null),
                        new TemplateSettings.Extras(
                                new TemplateSettings.Letter(
                                        Map.of("de", "Rechnung {data.number}.pdf", "en", "Invoice {data.number}.pdf"),
                                        Map.of(),
                                        List.of(),
                                        ""),
                                null),
                        "voucher"));
        assertThat(template.messages()).containsEntry("en", "<p>Invoice</p>").containsOnlyKeys("de", "en");
        assertThat(template.schema().at("/properties/number/type").asText()).isEqualTo("string");
    }

    @Test
    void a_template_is_shown_with_what_is_beyond_its_words_beside_its_title() {
        folder.changing(
                SETTINGS, "brand: musterwerk", "brand: musterwerk\ncalendar: { summary: { de: A, en: B }, start: C }");

        var shown = new ObjectMapper()
                .<JsonNode>valueToTree(
                        TemplateLibrary.read(root).templates().get(0).settings());

        assertThat(shown.at("/letter/attachment/en").asText()).isEqualTo("Invoice {data.number}.pdf");
        assertThat(shown.at("/calendar/summary/en").asText()).isEqualTo("B");
        assertThat(shown.has("title")).isTrue();
    }

    @Test
    void what_a_template_without_a_class_of_document_counts_as_follows_from_its_message() {
        folder.changing(SETTINGS, "retention: voucher", "");

        var library = TemplateLibrary.read(root);

        assertThat(library.faults()).isEmpty();
        assertThat(library.templates().get(0).settings().retention()).isEqualTo("letter");
        assertThat(TemplateSettings.retention(MessageClass.MARKETING)).isEqualTo("advertising");
    }

    @Test
    void a_brand_keeps_the_order_of_its_settings() {
        var brand = TemplateLibrary.read(root).brands().get(0);

        assertThat(brand.settings().keySet())
                .containsExactly("name", "sender", "email", "sms", "legal", "colours", "fonts", "letter");
        assertThat(brand.layouts()).containsOnlyKeys("print.html", "email.html", "email.txt", "sms.txt");
        assertThat(brand.assets()).containsOnlyKeys("fonts/Muster.ttf");
    }

    @Test
    void a_template_takes_along_the_blocks_that_it_and_its_brand_include() {
        var library = TemplateLibrary.read(root);

        assertThat(library.blocksOf(library.templates().get(0))).containsOnlyKeys("bank", "imprint", "signature");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class: transactional | class: urgent      | 2:1 | /class | must be one of transactional, marketing",
                "class: transactional | clas: marketing    | 2:1 | /clas | is not known here",
                "retention: voucher   | retention: true    | 5:1 | /retention | must be a text",
                "brand: musterwerk    | brand: ../other    | 6:1 | /brand | must match the pattern ^[a-z][a-z0-9-]{0,62}$",
                "brand: musterwerk    | brand: absent      | 6:1 | /brand | names a brand that is not there",
                "purpose: request-payment | purpose: inform¶purpose: inform | 4:1 | /purpose | is there twice",
                "mode: first-success  | mode: &a all¶  x: *a | 10:3 | /plan/x | uses an alias or a tag, which are not taken here",
                "mode: first-success  | mode: !!java.net.URL all | 9:3 | /plan/mode | uses an alias or a tag, which are not taken here",
                "onUncertain: resend-flagged | onUncertain: hold¶  limits: { pages: 501 } | 12:13 | /plan/limits/pages | must be at most 500",
                "onUncertain: resend-flagged | onUncertain: hold¶  limits: { segments: 0 } | 12:13 | /plan/limits/segments | must be at least 1",
                "onUncertain: resend-flagged | onUncertain: hold¶  limits: { kilobytes: viel } | 12:13 | /plan/limits/kilobytes | must be a whole number",
                "onUncertain: resend-flagged | onUncertain: hold¶  fallback: letter | 12:3 | /plan/fallback | must be one of next-channel, none",
                "onUncertain: resend-flagged | onUncertain: hold¶  fallbackAfter: { email: 3 days } | 12:20 | /plan/fallbackAfter/email | must be a length of time (ISO 8601), such as PT72H or P3D",
                "onUncertain: resend-flagged | onUncertain: hold¶  fallbackAfter: { email: P1Y } | 12:20 | /plan/fallbackAfter/email | must be a length of time (ISO 8601), such as PT72H or P3D",
                "onUncertain: resend-flagged | onUncertain: hold¶  fallbackAfter: { email: PT0S } | 12:20 | /plan/fallbackAfter/email | must be a length of time (ISO 8601), such as PT72H or P3D",
                "onUncertain: resend-flagged | onUncertain: hold¶  fallbackAfter: { fax: P3D } | 12:20 | /plan/fallbackAfter/fax | is not a channel of this plan",
                "onUncertain: resend-flagged | onUncertain: hold¶  fallback: none¶  fallbackAfter: { email: P3D } | 13:3 | /plan/fallbackAfter | leads to nothing, because fallback is none",
                "mode: first-success | mode: all¶  fallbackAfter: { email: P3D } | 10:3 | /plan/fallbackAfter | is for mode first-success: with all, no channel waits for another",
                "[email, print]       | [email, 7]         | 10:21 | /plan/channels/1 | must be a text",
                "schema:              | copies: { guardian: { title: { de: Betreuerin }, channels: [print] } }¶schema: | 14:23 | /copies/guardian/title/en | is missing",
                "schema:              | copies: { guardian: { title: { de: B, en: g }, channels: [] } }¶schema: | 14:48 | /copies/guardian/channels | must have at least 1 entries",
                "schema:              | copies: { guardian: { title: { de: B, en: g }, channels: [Fax] } }¶schema: | 14:59 | /copies/guardian/channels/0 | must match the pattern ^[a-z][a-z-]{0,19}$",
                "schema:              | copies: { guardian: { title: { de: B, en: g }, channels: [sms], why: x } }¶schema: | 14:65 | /copies/guardian/why | is not known here",
                "schema:              | copies: { Guardian: { title: { de: B, en: g }, channels: [sms] } }¶schema: | 14:11 | /copies/Guardian | has a property with a name that is not allowed",
                "schema:              | copies: {}¶schema: | 14:1 | /copies | must have at least 1 properties",
                "items: items,        | items: number,     | 12:11 | /totals/items | names no list of the schema",
                "vat: vat }           | vat: rate }        | 12:59 | /totals/vat | names no field of format decimal in the lines of the schema",
                "minItems: 1          | minitems: 1        | 20:27 | /schema/properties/items/minitems | is not known here",
                "$ref: \"#/$defs/line\" | $ref: \"https://example.org/line\" | 20:49 | /schema/properties/items/items/$ref | must match the pattern ^#/\\$defs/[A-Za-z0-9_-]+$",
                "minLength: 1         | pattern: \"(\"     | 19:29 | /schema/properties/number/pattern | must be a regular expression",
                "format: decimal      | format: money      | 29:30 | /schema/$defs/decimal/format | must be one of date, decimal, date-time, time, email, uri, uuid",
                "attachment: { de: \"Rechnung {data.number}.pdf\",  | attachment: { | 13:1 | /attachment/de | is missing",
                "brand: musterwerk    | letter: { notes: { de: [Persönlich] } }¶brand: musterwerk | 6:11 | /letter/notes/en | is missing",
                "brand: musterwerk    | letter: { sides: both }¶brand: musterwerk | 6:11 | /letter/sides | must be one of simplex, duplex",
                "brand: musterwerk    | letter: { enclosures: [{ title: { de: A, en: A }, file: { de: a.pdf } }] }¶brand: musterwerk | 6:51 | /letter/enclosures/0/file/en | is missing",
                "brand: musterwerk    | letter: { enclosures: [{ title: { de: A, en: A }, file: { de: a.pdf, en: a.pdf } }] }¶brand: musterwerk | 6:70 | /letter/enclosures/0/file/en | names a file that is not in the brand's assets",
                "brand: musterwerk    | calendar: { summary: { de: A, en: A } }¶brand: musterwerk | 6:1 | /calendar/start | is missing",
                "brand: musterwerk    | calendar: { summary: { de: A }, start: A }¶brand: musterwerk | 6:13 | /calendar/summary/en | is missing",
                "brand: musterwerk    | calendar: { summary: { de: A, en: A }, start: A, alarm: A }¶brand: musterwerk | 6:50 | /calendar/alarm | is not known here",
                "brand: musterwerk    | calendar: { summary: { de: A, en: A }, start: A, zone: Europe/Atlantis }¶brand: musterwerk | 6:50 | /calendar/zone | is not the name of a time zone, such as Europe/Berlin",
                "brand: musterwerk    | calendar: { summary: { de: A, en: A }, start: A, end: A, duration: P1D }¶brand: musterwerk | 6:58 | /calendar/duration | stands beside an end, and one of them is enough"
            })
    void a_fault_has_its_file_line_column_pointer_and_reason(
            String part, String other, String place, String pointer, String detail) {
        folder.changing(SETTINGS, part, other.replace('¶', '\n'));

        assertThat(TemplateLibrary.read(root).faults())
                .anySatisfy(fault ->
                        assertThat(fault.toString()).isEqualTo(SETTINGS + ":" + place + " " + pointer + " " + detail));
    }

    @Test
    void a_template_says_who_else_may_get_a_copy_by_which_channels_and_whether_with_the_enclosures() {
        folder.changing(SETTINGS, "schema:", """
                copies:
                  guardian: { title: { de: Betreuerin, en: guardian }, channels: [print, email], enclosures: false }
                  broker: { title: { de: Makler, en: broker }, channels: [email] }
                schema:""");

        var library = TemplateLibrary.read(root);

        assertThat(library.faults()).isEmpty();
        var plan = library.templates().get(0).settings().plan();
        assertThat(plan.copies())
                .isEqualTo(Map.of(
                        "guardian",
                        new CopyRole(
                                Map.of("de", "Betreuerin", "en", "guardian"),
                                List.of(Channel.PRINT, Channel.EMAIL),
                                false),
                        "broker",
                        new CopyRole(Map.of("de", "Makler", "en", "broker"), List.of(Channel.EMAIL), true)));
        assertThat(plan.ofCopy("guardian").channels()).containsExactly(Channel.PRINT, Channel.EMAIL);
        assertThat(plan.ofCopy("guardian").mode()).isEqualTo(ChannelPlan.Mode.FIRST_SUCCESS);
    }

    @Test
    void limits_that_a_template_does_not_name_are_those_of_all() {
        folder.changing(SETTINGS, "mode: first-success", "mode: first-success\n  limits: { pages: 4 }");

        assertThat(TemplateLibrary.read(root)
                        .templates()
                        .get(0)
                        .settings()
                        .plan()
                        .limits())
                .isEqualTo(new ChannelPlan.Limits(4, null, null));
    }

    @Test
    void everything_wrong_in_the_whole_folder_is_found_at_once() throws IOException {
        folder.changing(SETTINGS, "class: transactional", "class: urgent")
                .changing("brands/musterwerk/brand.yaml", "#112233", "blue")
                .changing("brands/musterwerk/brand.yaml", "fonts/Muster.ttf", "fonts/Other.ttf")
                .without("brands/musterwerk/sms.txt")
                .with("blocks/Gross.html", "x")
                .with("Bad Key/template.yaml", "x: 1")
                .with("stray.txt", "x")
                .with("letter/template.yaml", "title: [");
        Files.write(root.resolve("brands/musterwerk/email.txt"), new byte[] {(byte) 0xC3, '('});

        assertThat(TemplateLibrary.read(root).faults())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "test-invoice/template.yaml:2:1 /class must be one of transactional, marketing",
                        "brands/musterwerk/brand.yaml:7:12 /colours/ink must match the pattern ^#[0-9A-Fa-f]{6}$",
                        "brands/musterwerk/brand.yaml:9:56 /fonts/0/file names a file that is not in assets",
                        "brands/musterwerk/sms.txt is missing",
                        "brands/musterwerk/email.txt is not UTF-8",
                        "blocks/Gross.html is not a block: a-z, 0-9 and '-', ending in .html",
                        "Bad Key is not a key: a-z, 0-9 and '-', at most 63 characters",
                        "stray.txt belongs to no template",
                        "letter/template.yaml:1:9 is not YAML from here on");
    }

    @ParameterizedTest
    @CsvSource({"Musterwerk, true", "+4930123456, true", "Musterwerke1, false", "0123, false", "'', false"})
    void a_text_message_has_a_sender_that_networks_take(String sender, boolean taken) {
        folder.changing(
                "brands/musterwerk/brand.yaml", "sms: { from: Musterwerk }", "sms: { from: \"" + sender + "\" }");

        assertThat(TemplateLibrary.read(root).faults().isEmpty()).isEqualTo(taken);
    }

    @Test
    void sample_data_must_be_what_a_request_could_send() {
        folder.changing("test-invoice/fixtures/small.json", "2.50", "two")
                .with("test-invoice/fixtures/broken.json", "{\n{");

        assertThat(TemplateLibrary.read(root).faults())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "test-invoice/fixtures/small.json:1:56 /data/items/0/price must be a decimal number in a string, such as \"1234.56\"",
                        "test-invoice/fixtures/broken.json:2:1 is not JSON from here on");
    }

    @Test
    void every_language_needs_its_message_and_no_other_has_one() {
        folder.without("test-invoice/message.en.html").with("test-invoice/message.fr.html", "<p>Facture</p>");

        assertThat(TemplateLibrary.read(root).faults())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "test-invoice/message.en.html is missing",
                        "test-invoice/message.fr.html is not a file that this template has; is its language listed?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "absent", "blocks/bank", "$id"})
    void an_include_names_a_block_and_nothing_else(String name) {
        folder.with("test-invoice/message.en.html", "{#include " + name + " /}");

        assertThat(TemplateLibrary.read(root).faults())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .startsWith("test-invoice/message.en.html:1:1 includes «")
                .endsWith("», which is no block");
    }

    @Test
    void a_link_is_refused_wherever_it_leads(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.html"), "secret");
        Files.createSymbolicLink(root.resolve("blocks/leak.html"), outside.resolve("secret.html"));
        Files.createSymbolicLink(root.resolve("linked"), outside);
        Files.createSymbolicLink(root.resolve("blocks/inside.html"), root.resolve("blocks/bank.html"));

        var library = TemplateLibrary.read(root);

        assertThat(library.blocks()).doesNotContainKeys("leak", "inside");
        assertThat(library.faults())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "blocks/leak.html is a link or no plain file",
                        "linked is a link or no plain file",
                        "blocks/inside.html is a link or no plain file");
    }

    @Test
    void what_is_too_big_or_too_deep_is_refused() throws IOException {
        try (var big = new RandomAccessFile(root.resolve("blocks/big.html").toFile(), "rw")) {
            big.setLength(SourceFolder.LARGEST_FILE + 1L);
        }
        folder.with("blocks/long.html", "x".repeat(SourceFiles.LARGEST_TEXT + 1))
                .with("a/b/c/d/e/f/g/h/i.html", "x")
                .with("brands/musterwerk/brand.yaml", "[".repeat(5_000));

        assertThat(TemplateLibrary.read(root).faults())
                .extracting(Object::toString)
                .contains(
                        "blocks/big.html is larger than 5 MB",
                        "blocks/long.html is larger than 512 KB",
                        "a/b/c/d/e/f/g/h is nested too deep",
                        "brands/musterwerk/brand.yaml is not YAML from here on");
    }

    @Test
    void a_folder_that_is_not_there_is_a_fault() {
        assertThat(TemplateLibrary.read(root.resolve("absent")).faults())
                .extracting(Object::toString)
                .containsExactly(". cannot be read");
    }

    @Test
    void a_byte_order_mark_and_hidden_files_do_no_harm() throws IOException {
        folder.with(SETTINGS, "\uFEFF" + Files.readString(root.resolve(SETTINGS)))
                .with(".DS_Store", "x")
                .with("test-invoice/.git/config", "x");

        assertThat(TemplateLibrary.read(root).faults()).isEmpty();
    }
}
