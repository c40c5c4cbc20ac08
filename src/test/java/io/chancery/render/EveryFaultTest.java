package io.chancery.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.ClockProducer;
import io.chancery.render.email.EmailRenderer;
import io.chancery.render.print.PrintRenderer;
import io.chancery.render.screen.ScreenRenderer;
import io.chancery.render.sms.SmsRenderer;
import io.chancery.template.SourceReview;
import io.chancery.template.TemplateFolder;
import io.chancery.template.source.SampleFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a folder, all that can be judged beside it is told with it, and nothing that only follows from it. */
class EveryFaultTest {

    private static final String SETTINGS = "test-invoice/template.yaml";
    private static final String MESSAGE = "test-invoice/message.de.html";
    private static final String ENGLISH = "test-invoice/message.en.html";
    private static final String FIXTURE = "test-invoice/fixtures/small.json";
    private static final String WRONG_NAME =
            ENGLISH + ":1:12 «data.nummer»: there is no «nummer»; there is items, number";

    private static final Renderer RENDERER =
            new Renderer(List.of(new PrintRenderer(), new EmailRenderer(), new SmsRenderer(), new ScreenRenderer()));
    private static final List<SourceReview> REVIEWS =
            List.of(new Proofreader(RENDERER, new Rehearsal(RENDERER, new ClockProducer().clock())));

    @TempDir
    Path root;

    private SampleFolder folder;

    @BeforeEach
    void aFolderWithAWrongName() {
        folder = SampleFolder.in(root).with(ENGLISH, "<p>Invoice {data.nummer}</p>");
    }

    private List<String> faults() {
        return TemplateFolder.read(root).check(REVIEWS).stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retention: voucher    | retention: voucher¶colour: red | /colour is not known here",
                "class: transactional  | class: urgent       | /class must be one of transactional, marketing",
                "purpose: request-payment | purpose: whatever | /purpose must be one of",
                "brand: musterwerk     | brand: absent       | /brand names a brand that is not there",
                "brand: musterwerk     | x: y                | /brand is missing",
                "languages: [de, en]   | languages: german   | /languages must be a list",
                "mode: first-success   | mode: some          | /plan/mode must be one of",
                "vat: vat }            | vat: rate }         | /totals/vat names no field",
                "totals: {             | tota: {             | /tota is not known here",
                "minItems: 1           | minitems: 1         | /schema/properties/items/minitems is not known here",
                "minLength: 1          | pattern: \"(\"      | /schema/properties/number/pattern must be a regular",
                "attachment: {         | attachment: { fr: 5, | /attachment/fr must be a text"
            })
    void a_fault_in_the_settings_hides_no_wrong_name(String part, String other, String fault) {
        folder.changing(SETTINGS, part, other.replace('¶', '\n'));

        assertThat(faults())
                .contains(WRONG_NAME)
                .filteredOn(line -> !line.equals(WRONG_NAME))
                .allSatisfy(line -> assertThat(line).startsWith(SETTINGS))
                .anySatisfy(line -> assertThat(line).contains(fault));
    }

    @Test
    void of_settings_that_are_no_yaml_the_messages_are_still_read() {
        folder.with(SETTINGS, "title: [").with(MESSAGE, "{customer.nam}{data.x}{totals.x}{brand.x}{payment.x}");

        assertThat(faults())
                .satisfiesExactly(
                        settings -> assertThat(settings).isEqualTo(SETTINGS + ":1:9 is not YAML from here on"),
                        name -> assertThat(name).startsWith(MESSAGE + ":1:1 «customer.nam»: there is no «nam»"),
                        name -> assertThat(name).startsWith(MESSAGE + ":1:42 «payment.x»: there is no «x»"));
    }

    @Test
    void a_fault_of_a_fixture_hides_neither_a_wrong_name_nor_what_goes_wrong_with_another() {
        folder.with("test-invoice/fixtures/long.json", folder.text(FIXTURE).replace("R-1", "R".repeat(2000)))
                .with(MESSAGE, "<p>Rechnung {data.number}</p>")
                .changing(FIXTURE, "2.50", "two")
                .with("test-invoice/fixtures/broken.json", "{");

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        price -> assertThat(price)
                                .startsWith(FIXTURE + ":1:56 /data/items/0/price must be a decimal number"),
                        broken -> assertThat(broken).startsWith("test-invoice/fixtures/broken.json:1:"),
                        name -> assertThat(name).isEqualTo(WRONG_NAME),
                        length -> assertThat(length)
                                .startsWith(
                                        "test-invoice/fixtures/long.json cannot be rendered as sms: A text message"));
    }

    @Test
    void a_message_that_cannot_be_read_hides_no_wrong_name_in_another_or_in_a_layout() {
        folder.with(MESSAGE, "<p>\n{#if}</p>")
                .changing("brands/musterwerk/sms.txt", "{body}", "{body} {brand.legal.curt}");

        assertThat(faults())
                .satisfiesExactly(
                        unreadable -> assertThat(unreadable).startsWith(MESSAGE + ":2:"),
                        layout -> assertThat(layout).startsWith("brands/musterwerk/sms.txt:1:8 «brand.legal.curt»"),
                        name -> assertThat(name).isEqualTo(WRONG_NAME));
    }

    @Test
    void a_message_that_is_missing_is_told_once() {
        folder.without(MESSAGE);

        assertThat(faults()).containsExactly(MESSAGE + " is missing", WRONG_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "absent", "blocks/bank", "$id"})
    void a_block_that_is_not_there_hides_no_wrong_name(String block) {
        folder.with(ENGLISH, "<p>Invoice {data.nummer}</p>\n<p>{#include " + block + " /}</p>");

        assertThat(faults()).containsExactly(ENGLISH + ":2:4 includes «" + block + "», which is no block", WRONG_NAME);
    }

    @Test
    void blocks_that_cannot_be_read_are_told_once_and_hide_nothing() {
        folder.with("blocks/bank.html", "<p>IBAN{#include signature/}</p>{#if}")
                .with("blocks/unused.html", "{config:secret}")
                .with("blocks/one.html", "{#include two /}")
                .with("blocks/two.html", "{#include one /}")
                .with("blocks/three.html", "x{#include absent /}")
                .with(ENGLISH, "<p>Invoice {data.nummer}</p>{#include bank /}{#include one /}{#include three /}");

        assertThat(faults())
                .satisfiesExactly(
                        absent -> assertThat(absent)
                                .isEqualTo("blocks/three.html:1:2 includes «absent», which is no block"),
                        bank -> assertThat(bank).startsWith("blocks/bank.html:1:"),
                        unused -> assertThat(unused).startsWith("blocks/unused.html:1:1 «config:secret»"),
                        circle -> assertThat(circle).startsWith("blocks/").contains("includes itself"),
                        circle -> assertThat(circle).startsWith("blocks/").contains("includes itself"),
                        name -> assertThat(name).isEqualTo(WRONG_NAME));
    }

    @Test
    void a_fault_of_the_brand_hides_no_wrong_name_and_makes_no_other() {
        folder.changing("brands/musterwerk/brand.yaml", "#112233", "blue")
                .without("brands/musterwerk/email.txt")
                .changing(MESSAGE, "Rechnung", "{brand.colours.ink} {customer.nam}");

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        missing -> assertThat(missing).isEqualTo("brands/musterwerk/email.txt is missing"),
                        colour -> assertThat(colour).startsWith("brands/musterwerk/brand.yaml:7:12 /colours/ink"),
                        name -> assertThat(name).startsWith(MESSAGE + ":1:24 «customer.nam»"),
                        name -> assertThat(name).isEqualTo(WRONG_NAME));
    }

    @Test
    void what_a_brand_whose_settings_nobody_knows_gives_back_may_be_anything() {
        folder.without("brands/musterwerk/brand.yaml")
                .with(MESSAGE, "{#let words=brand.words.get(message.language)}{words.bank}{words.of('x').that}{/let}");

        assertThat(faults()).containsExactly("brands/musterwerk/brand.yaml is missing", WRONG_NAME);
    }

    @Test
    void a_wrong_name_in_what_templates_share_is_told_once_whatever_else_each_of_them_knows() {
        haveAnother();
        folder.changing(
                        "other/template.yaml",
                        "totals: { items: items, quantity: quantity, price: price, vat: vat }",
                        "")
                .with("blocks/signature.html", "{nobody}");

        assertThat(faults())
                .satisfiesExactly(
                        shared -> assertThat(shared).startsWith("blocks/signature.html:1:1 «nobody»: there is no"),
                        name -> assertThat(name).isEqualTo(WRONG_NAME));
    }

    private void haveAnother() {
        for (var path : List.of("template.yaml", "message.de.html", "fixtures/small.json")) {
            folder.with("other/" + path, folder.text("test-invoice/" + path));
        }
        folder.with("other/message.en.html", "Invoice");
    }

    @Test
    void a_fault_in_one_template_does_not_keep_the_fixtures_of_another_from_being_rendered() {
        haveAnother();
        folder.with("other/message.de.html", "lang ".repeat(400)).with(SETTINGS, "title: [");

        assertThat(faults())
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("other/fixtures/small.json cannot be rendered as sms: A text"));
    }

    @Test
    void a_wrong_name_in_the_settings_is_told_once_with_its_place() {
        folder.changing(SETTINGS, "Rechnung {data.number}.pdf", "Rechnung {data.nummer}.pdf")
                .changing(
                        SETTINGS,
                        "brand: musterwerk",
                        "brand: musterwerk\nletter:\n  notes: { de: [x, '{no}'], en: [y] }");

        assertThat(faults())
                .satisfiesExactly(
                        file -> assertThat(file)
                                .startsWith(SETTINGS + ":15:15 /attachment/de «data.nummer»: there is no"),
                        note -> assertThat(note)
                                .startsWith(SETTINGS + ":8:20 /letter/notes/de/1 «no»: there is no «no»"),
                        name -> assertThat(name).isEqualTo(WRONG_NAME));
    }

    @Test
    void a_part_of_the_settings_that_nothing_is_rendered_by_keeps_no_fixture_from_being_rendered() {
        folder.changing(SETTINGS, "retention: voucher", "retention: voucher\ncolour: red")
                .with(MESSAGE, "lang ".repeat(400));

        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(FIXTURE + " cannot be rendered as sms: A text"));
    }
}
