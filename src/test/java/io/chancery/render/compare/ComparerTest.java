package io.chancery.render.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.chancery.platform.Fault;
import io.chancery.render.compare.Comparison.ChannelComparison;
import io.chancery.render.compare.Comparison.FixtureComparison;
import io.chancery.render.difference.Change;
import io.chancery.render.difference.Difference.Finding;
import io.chancery.render.difference.FileDifference;
import io.chancery.render.difference.LetterDifference;
import io.chancery.render.difference.MailDifference;
import io.chancery.render.difference.PageDifference;
import io.chancery.render.difference.TextDifference;
import io.chancery.render.difference.text.ComparisonException;
import io.chancery.template.source.SampleFolder;
import io.chancery.vocabulary.Channel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a template, with whatever an author may have done between them. */
class ComparerTest {

    private static final String SETTINGS = "test-invoice/template.yaml";
    private static final String MESSAGE = "test-invoice/message.de.html";
    private static final String ENGLISH = "test-invoice/message.en.html";
    private static final String FIXTURE = "test-invoice/fixtures/small.json";
    private static final String LETTER = "brands/musterwerk/print.html";

    @TempDir
    Path root;

    private Versions versions;

    @BeforeEach
    void prepare() {
        versions = new Versions(root);
    }

    private static ChannelComparison on(Channel channel, Comparison comparison) {
        return comparison.fixtures().get(0).channels().stream()
                .filter(compared -> compared.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static LetterDifference letter(Comparison comparison) {
        var print = on(Channel.PRINT, comparison);
        assertThat(print.change()).as(print.says().toString()).isEqualTo(Change.CHANGED);
        return (LetterDifference) Objects.requireNonNull(print.difference());
    }

    @Test
    void nothing_changed_is_the_same_on_every_channel() {
        var comparison = versions.compare();

        assertThat(comparison.same()).isTrue();
        assertThat(comparison.fixtures()).singleElement().satisfies(fixture -> {
            assertThat(fixture.change()).isEqualTo(Change.UNCHANGED);
            assertThat(fixture.channels())
                    .extracting(ChannelComparison::channel)
                    .containsExactly(Channel.EMAIL, Channel.PRINT, Channel.SMS);
            assertThat(fixture.channels()).extracting(ChannelComparison::change).containsOnly(Change.UNCHANGED);
        });
    }

    @Test
    void another_word_is_found_on_the_page_in_the_mail_and_in_the_sms() {
        versions.now.changing(MESSAGE, "Rechnung", "Mahnung");

        var comparison = versions.compare();

        assertThat(comparison.same()).isFalse();
        assertThat(letter(comparison).pages()).singleElement().satisfies(page -> {
            assertThat(page.lines()).containsExactly("- Rechnung", "+ Mahnung");
            assertThat(page.share()).isBetween(0.00001, 0.01);
        });
        var mail = (MailDifference)
                Objects.requireNonNull(on(Channel.EMAIL, comparison).difference());
        assertThat(mail.text()).containsExactly("- Rechnung", "+ Mahnung");
        assertThat(mail.html()).contains("- <p>Rechnung</p>", "+ <p>Mahnung</p>");
        assertThat(mail.fields()).isEmpty();
        assertThat(mail.files())
                .extracting(FileDifference::name, FileDifference::change)
                .containsExactly(tuple("Rechnung R-1.pdf", Change.CHANGED));
        var sms = (TextDifference)
                Objects.requireNonNull(on(Channel.SMS, comparison).difference());
        assertThat(sms.before()).startsWith("Rechnung");
        assertThat(sms.lines()).containsExactly("- Rechnung", "+ Mahnung");
    }

    @Test
    void what_is_promoted_is_compared_with_and_without() {
        versions.old
                .with(MESSAGE, "<p>Rechnung</p>{#promote}<p>20 %</p>{/promote}")
                .with(ENGLISH, "{#promote}{/promote}");
        versions.now
                .with(MESSAGE, "<p>Rechnung</p>{#promote}<p>30 %</p>{/promote}")
                .with(ENGLISH, "{#promote}{/promote}");

        assertThat(versions.compare().fixtures())
                .extracting(FixtureComparison::name, FixtureComparison::advertising, FixtureComparison::change)
                .containsExactly(
                        tuple("small", "shown", Change.CHANGED),
                        tuple("small-without-advertising", "dropped", Change.UNCHANGED));
    }

    @Test
    void a_page_behind_a_text_is_compared_although_the_text_is_the_same() {
        havePage(versions.old, "<p>alt</p>");
        havePage(versions.now, "<p>neu</p>");

        var comparison = versions.compare();

        assertThat(comparison.same()).isFalse();
        assertThat(on(Channel.SMS, comparison).change()).isEqualTo(Change.UNCHANGED);
        var page = on(Channel.SCREEN, comparison);
        assertThat(page.change()).as(page.says().toString()).isEqualTo(Change.CHANGED);
        assertThat(page.findings())
                .containsExactly(new Finding("The page differs", List.of("- <p>alt</p>", "+ <p>neu</p>")));
    }

    @Test
    void a_page_that_no_text_leads_to_any_more_is_only_in_the_old_version() {
        havePage(versions.old, "");
        havePage(versions.now, "");
        versions.now.changing(MESSAGE, "{message.link}", "nach");

        assertThat(on(Channel.SCREEN, versions.compare()).change()).isEqualTo(Change.ONLY_IN_OLD);
    }

    private static void havePage(SampleFolder folder, String foot) {
        folder.with("brands/musterwerk/screen.html", "<html><body>{body}" + foot + "</body></html>")
                .with(MESSAGE, "<p>Rechnung</p>{#sms}Siehe {message.link}{/sms}")
                .with(ENGLISH, "{#sms}{message.link}{/sms}");
    }

    @Test
    void what_is_only_said_to_whoever_gets_a_copy_is_compared_too() {
        haveCopies(versions.old, "[email]");
        haveCopies(versions.now, "[email, sms]");
        versions.now.changing(MESSAGE, "Rechnung", "Rechnung{#if message.role == 'guardian'} zur Kenntnis{/if}");

        var comparison = versions.compare();

        assertThat(comparison.same()).isFalse();
        assertThat(comparison.fixtures())
                .extracting(FixtureComparison::name, FixtureComparison::copy, FixtureComparison::change)
                .containsExactly(
                        tuple("small", null, Change.UNCHANGED),
                        tuple("small-copy-guardian", "guardian", Change.CHANGED));
        assertThat(comparison.fixtures().get(1).channels())
                .extracting(ChannelComparison::channel, ChannelComparison::change)
                .containsExactly(tuple(Channel.EMAIL, Change.CHANGED), tuple(Channel.SMS, Change.ONLY_IN_NEW));
    }

    @Test
    void copies_that_only_one_version_sends_are_a_difference() {
        haveCopies(versions.now, "[email]");

        var comparison = versions.compare();

        assertThat(comparison.same()).isFalse();
        assertThat(comparison.fixtures())
                .extracting(FixtureComparison::name, FixtureComparison::change)
                .containsExactly(tuple("small", Change.UNCHANGED), tuple("small-copy-guardian", Change.ONLY_IN_NEW));
    }

    private static void haveCopies(SampleFolder folder, String channels) {
        folder.changing(
                        SETTINGS,
                        "totals:",
                        "copies: { guardian: { title: { de: Betreuerin, en: guardian }, channels: " + channels
                                + " } }\ntotals:")
                .changing(LETTER, "{body}", "{#for note in letter.notes}{note}{/for}{body}");
    }

    @Test
    void another_day_is_found_in_the_calendar_entry_and_another_delivery_is_not() {
        var entry = "brand: musterwerk\ncalendar: { summary: { de: Zahltag, en: Payday }, start: '%s' }";
        versions.old.changing(SETTINGS, "brand: musterwerk", entry.formatted("2026-12-24"));
        versions.now.changing(SETTINGS, "brand: musterwerk", entry.formatted("2026-12-31"));
        versions.now.changing(FIXTURE, "R-1", "R-2");

        var mail = (MailDifference)
                Objects.requireNonNull(on(Channel.EMAIL, versions.compare()).difference());

        assertThat(mail.text()).isEmpty();
        assertThat(mail.files())
                .filteredOn(file -> file.name().equals("Zahltag.ics"))
                .singleElement()
                .satisfies(file -> assertThat(file.findings().get(0).lines())
                        .containsExactly(
                                "- DTSTART;VALUE=DATE:20261224",
                                "- DTEND;VALUE=DATE:20261225",
                                "+ DTSTART;VALUE=DATE:20261231",
                                "+ DTEND;VALUE=DATE:20270101"));
    }

    @Test
    void where_a_page_looks_different_is_said_in_millimetres() {
        versions.old.with(
                MESSAGE,
                "<p style='position: absolute; left: 50mm; top: 100mm; margin: 0; width: 30mm;"
                        + " height: 10mm; background-color: #000000'></p>");
        versions.now.with(MESSAGE, "<p></p>");

        var page = letter(versions.compare()).pages().get(0);

        var area = Objects.requireNonNull(page.area());
        assertThat(area.width()).isCloseTo(30, within(1));
        assertThat(area.height()).isCloseTo(10, within(1));
        assertThat(page.share()).isCloseTo(300 / (210.0 * 297), within(0.0005));
        assertThat(page.lines()).isEmpty();
    }

    @Test
    void a_colour_is_seen_although_the_text_is_the_same() {
        versions.now.changing(LETTER, "'Muster Sans'", "'Muster Sans'; color: #aa0000");

        var comparison = versions.compare();

        assertThat(letter(comparison).pages()).extracting(PageDifference::lines).containsExactly(List.of());
        assertThat(on(Channel.PRINT, comparison).says())
                .singleElement()
                .asString()
                .startsWith("Page 1 looks different");
        assertThat(on(Channel.SMS, comparison).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void text_that_nobody_sees_but_a_screen_reader_reads_is_found_too() {
        versions.now.changing(MESSAGE, "</p>", "</p><p style='color: #ffffff'>unsichtbar</p>");
        versions.old.changing(MESSAGE, "</p>", "</p><p style='color: #ffffff'>unsehbar</p>");

        assertThat(on(Channel.PRINT, versions.compare()).findings())
                .containsExactly(new Finding(
                        "Page 1 looks the same, but the text that is read aloud or copied differs",
                        List.of("- unsehbar", "+ unsichtbar")));
    }

    @Test
    void what_is_masked_may_differ_in_text_and_on_the_page() {
        versions.old.changing(MESSAGE, "Rechnung", "Vom 5. Mai 2026, Nr. 7");
        versions.now.changing(MESSAGE, "Rechnung", "Vom 12. September 2026, Nr. 4711");

        assertThat(versions.compare().same()).isFalse();
        assertThat(versions.masking("date:d. MMMM yyyy", "(?<=Nr\\. )\\d+")
                        .compare()
                        .same())
                .as("the comma and «Nr.» have moved")
                .isFalse();
        assertThat(versions.masking("Vom .*").compare().same()).isTrue();
    }

    @Test
    void a_mask_does_not_hide_what_stands_beside_it() {
        versions.old.changing(MESSAGE, "Rechnung", "05.05.2026 alt");
        versions.now.changing(MESSAGE, "Rechnung", "06.06.2026 neu");

        assertThat(letter(versions.masking("date:dd.MM.yyyy").compare()).pages())
                .extracting(PageDifference::lines)
                .containsExactly(List.of("- ▒▒▒ alt", "+ ▒▒▒ neu"));
    }

    @Test
    void another_subject_and_another_sender_are_shown() {
        versions.now
                .changing(MESSAGE, "<p>Rechnung", "{#subject}Ihre neue Rechnung{/subject}<p>Rechnung")
                .changing("brands/musterwerk/brand.yaml", "{ from: Musterwerk }", "{ from: Muster }");

        var comparison = versions.compare();

        assertThat(on(Channel.EMAIL, comparison).says()).contains("Subject: «Rechnung» is now «Ihre neue Rechnung»");
        assertThat(on(Channel.SMS, comparison).says()).containsExactly("from: «Musterwerk» is now «Muster»");
    }

    @Test
    void a_page_more_is_named_with_its_text() {
        versions.now.changing(MESSAGE, "</p>", "</p><p style='page-break-before: always'>Seite zwei</p>");

        var comparison = versions.compare();

        assertThat(letter(comparison).pages())
                .extracting(PageDifference::page, PageDifference::change)
                .contains(tuple(2, Change.ONLY_IN_NEW));
        assertThat(on(Channel.PRINT, comparison).says())
                .contains("The letter has 2 pages instead of 1", "Page 2 is new");
    }

    @Test
    void an_sms_that_costs_more_says_how_much() {
        versions.now.changing(MESSAGE, "</p>", "</p>{#sms}" + "lang ".repeat(40) + "{/sms}");

        var sms = (TextDifference)
                Objects.requireNonNull(on(Channel.SMS, versions.compare()).difference());

        assertThat(sms.oldSegments()).isEqualTo(1);
        assertThat(sms.newSegments()).isEqualTo(2);
        assertThat(sms.findings()).extracting(Finding::says).contains("segments: «1» is now «2»");
    }

    @Test
    void what_cannot_be_rendered_any_more_says_why() {
        versions.now.changing(MESSAGE, "</p>", "</p>{#sms}" + "lang ".repeat(400) + "{/sms}");

        var sms = on(Channel.SMS, versions.compare());

        assertThat(sms.change()).isEqualTo(Change.CANNOT_BE_RENDERED);
        assertThat(sms.says())
                .singleElement()
                .asString()
                .startsWith("The new version cannot be rendered: A text message has 1 to 10 segments");
    }

    @Test
    void what_can_be_rendered_at_last_is_only_in_the_new_one() {
        versions.old.changing(MESSAGE, "</p>", "</p>{#sms}" + "lang ".repeat(400) + "{/sms}");

        assertThat(on(Channel.SMS, versions.compare()).change()).isEqualTo(Change.ONLY_IN_NEW);
    }

    @Test
    void a_fixture_of_one_version_is_reported_and_one_with_other_data_marked() {
        versions.old.with("test-invoice/fixtures/former.json", text(versions, "R-0"));
        versions.now
                .with("test-invoice/fixtures/later.json", text(versions, "R-9"))
                .changing(FIXTURE, "R-1", "R-2");

        var comparison = versions.compare();

        assertThat(comparison.fixtures())
                .extracting(FixtureComparison::fixture, FixtureComparison::change, FixtureComparison::otherData)
                .containsExactly(
                        tuple("former", Change.ONLY_IN_OLD, false),
                        tuple("later", Change.ONLY_IN_NEW, false),
                        tuple("small", Change.CHANGED, true));
        assertThat(versions.compare("former").same()).isFalse();
    }

    private static String text(Versions versions, String number) {
        return "{\"data\": {\"number\": \"" + number + "\", \"items\": [{\"quantity\": \"1\", \"price\": \"2.50\","
                + " \"vat\": \"19\"}]}}";
    }

    @Test
    void with_pictures_a_page_is_shown_old_new_and_different() throws IOException {
        versions.now.changing(MESSAGE, "Rechnung", "Mahnung");

        var page = letter(versions.withPictures().compare()).pages().get(0);

        var pictures = Objects.requireNonNull(page.pictures());
        var area = Objects.requireNonNull(page.area());
        var old = picture(pictures.before());
        var difference = picture(pictures.difference());
        assertThat(old.getWidth()).isEqualTo(596);
        assertThat(old.getHeight()).isEqualTo(842);
        assertThat(reds(difference)).isEqualTo((int) Math.round(page.share() * 596 * 842));
        assertThat(reds(difference)).isPositive();
        assertThat(reds(picture(pictures.after()))).isZero();
        assertThat(area.top()).isLessThan(60);
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(png)));
    }

    private static int reds(BufferedImage image) {
        int reds = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                reds += (image.getRGB(x, y) & 0xFFFFFF) == 0xE00000 ? 1 : 0;
            }
        }
        return reds;
    }

    @Test
    void too_many_pages_are_refused() {
        versions.now.changing(MESSAGE, "</p>", "</p><p style='page-break-before: always'>Seite zwei</p>");

        assertThatThrownBy(() -> versions.upTo(1).compare())
                .isInstanceOfSatisfying(ComparisonException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("comparison-too-large");
                    assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/fixtures");
                });
    }

    @Test
    void a_huge_sheet_does_not_become_a_huge_picture() throws IOException {
        versions.now.changing(LETTER, "<style>", "<style>@page { size: 5000mm 4000mm }");

        var page = letter(versions.withPictures().compare()).pages().get(0);

        assertThat(page.lines()).containsExactly("- 210 × 297 mm", "+ 5000 × 4000 mm");
        assertThat(picture(Objects.requireNonNull(page.pictures()).after()).getWidth())
                .isLessThanOrEqualTo(1300);
    }
}
