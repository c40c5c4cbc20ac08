package io.chancery.render.email;

import static io.chancery.render.email.Mails.aMail;
import static io.chancery.render.email.Mails.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.render.ShippedTemplates;
import io.chancery.render.chart.ChartDrawing;
import io.chancery.render.code.Scanner;
import io.chancery.template.ChannelPlan.Limits;
import io.chancery.template.TemplateSettings.Enclosure;
import io.chancery.template.TemplateSettings.Letter;
import io.chancery.vocabulary.Channel;
import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRendererTest {

    private static final String OPT_OUT = "https://post.example.org/preferences/" + "A".repeat(75);

    private static final String HELLO = "{#subject}Grüße aus Lindbronn{/subject}<p>Schöne Grüße, 5 €</p>";

    @Test
    void a_mail_is_these_bytes() {
        var mail = aMail(HELLO).attaching("Rechnung {message.reference}.pdf").rendered();

        assertThat(new String(mail.content(), StandardCharsets.US_ASCII).replace("\r\n", "\n"))
                .isEqualTo(Messages.text(Messages.resource("/golden/greeting.eml")));
    }

    @Test
    void the_envelope_has_what_the_relay_needs() {
        assertThat(aMail(HELLO).rendered().envelope())
                .containsOnlyKeys("from", "to", "messageId", "subject")
                .containsEntry("from", "bounce@lindenwerk.example")
                .containsEntry("to", "anna@example.org")
                .containsEntry("messageId", "<" + Messages.DELIVERY + "@lindenwerk.example>")
                .containsEntry("subject", "Grüße aus Lindbronn");
    }

    @Test
    void another_library_reads_the_head() throws Exception {
        var mail = aMail(HELLO).read();

        assertThat(mail.getSubject()).isEqualTo("Grüße aus Lindbronn");
        assertThat(mail.getFrom())
                .containsExactly(new InternetAddress("service@lindenwerk.example", "Lindenwerk Energie"));
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Dr. Anna Müller");
        assertThat(mail.getMessageID()).isEqualTo("<" + Messages.DELIVERY + "@lindenwerk.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void another_library_reads_the_parts() throws Exception {
        var mail = aMail(HELLO).attaching("Rechnung.pdf").read();

        var mixed = (MimeMultipart) mail.getContent();
        var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(alternative.getBodyPart(0).getContent())
                .isEqualTo("Grüße aus Lindbronn\r\n\r\nSchöne Grüße, 5 €\r\n\r\n-- \r\nLindenwerk\r\n");
        assertThat((String) alternative.getBodyPart(1).getContent()).contains(">Schöne Grüße, 5 €</p>");
        assertThat(bytes(related.getBodyPart(1).getInputStream())).isEqualTo(Mails.PNG);
        assertThat(bytes(mixed.getBodyPart(1).getInputStream())).isEqualTo(Mails.PDF);
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Rechnung.pdf");
    }

    @Test
    void what_the_letter_encloses_lies_beside_it() throws Exception {
        var rights = new Enclosure(Map.of("de", "Ihre Rechte"), Map.of("de", "enclosures/rights.pdf"), "");
        var enclosing = aMessage(HELLO)
                .asset("enclosures/rights.pdf", new byte[] {1, 2, 3})
                .letter(new Letter(Map.of(), Map.of(), List.of(rights), ""));

        var mixed = (MimeMultipart)
                Mails.of(enclosing).attaching("Brief.pdf").read().getContent();

        assertThat(mixed.getCount()).isEqualTo(3);
        assertThat(bytes(mixed.getBodyPart(1).getInputStream())).isEqualTo(Mails.PDF);
        assertThat(mixed.getBodyPart(2).getFileName()).isEqualTo("Ihre Rechte.pdf");
        assertThat(mixed.getBodyPart(2).getContentType()).startsWith("application/pdf");
        assertThat(bytes(mixed.getBodyPart(2).getInputStream())).containsExactly(1, 2, 3);
        assertThat(((MimeMultipart) Mails.of(enclosing).read().getContent()).getCount())
                .isEqualTo(2);
    }

    @Test
    void a_picture_is_shown_by_the_content_id_it_is_carried_under() throws Exception {
        var related = (MimeMultipart) aMail(HELLO).read().getContent();

        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        var id = ((MimePart) related.getBodyPart(1)).getContentID();
        assertThat(id).isEqualTo("<logo." + Messages.DELIVERY + "@lindenwerk.example>");
        assertThat((String) alternative.getBodyPart(1).getContent())
                .contains("src=\"cid:" + id.substring(1, id.length() - 1) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qr", "datamatrix", "code128"})
    void a_code_comes_as_a_picture_that_can_be_read(String kind) throws Exception {
        var message = aMessage("<p>Abholen</p><img src=\"" + kind + ":A&amp;B-4711\" alt=\"Code A&amp;B-4711\"/>");

        var related = (MimeMultipart) Mails.of(message).read().getContent();

        var code = related.getBodyPart(1);
        assertThat(code.getFileName()).isEqualTo("code-1.png");
        assertThat(Scanner.read(ImageIO.read(code.getInputStream()))).isEqualTo("A&B-4711");
    }

    @Test
    void a_chart_comes_as_a_picture_of_twice_the_size_and_its_values_as_text() throws Exception {
        var mail = Mails.rendered(ShippedTemplates.fixture("meter-reading", "english-usage"));

        var mixed = (MimeMultipart) Mails.read(mail.content()).getContent();
        var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        var text = ((MimeMultipart) related.getBodyPart(0).getContent()).getBodyPart(0);
        var chart = related.getBodyPart(1);
        assertThat(chart.getFileName()).isEqualTo("chart-1.png");
        assertThat(ImageIO.read(chart.getInputStream()).getWidth()).isEqualTo(2 * ChartDrawing.WIDTH);
        assertThat((String) text.getContent())
                .contains("in kWh: 2022 2,980 (2,850)")
                .doesNotContain("chart:");
    }

    @Test
    void the_same_delivery_gives_the_same_bytes() {
        var first = aMail(HELLO).attaching("Rechnung.pdf").rendered();
        var second = aMail(HELLO).attaching("Rechnung.pdf").rendered();
        var other = aMail(HELLO).delivery(new UUID(7, 7)).rendered();

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(other.content()).isNotEqualTo(first.content());
    }

    @Test
    void every_octet_is_ascii_and_every_line_short() {
        var text = "Zürich 漢字 😀 ".repeat(200);
        var mail = aMail("{#subject}" + text + "{/subject}<p>" + text + "</p><p>.</p><p>From here</p>")
                .to(text)
                .attaching(text + ".pdf")
                .rendered();

        var source = new String(mail.content(), StandardCharsets.ISO_8859_1);
        assertThat(source.chars()).allMatch(octet -> octet >= ' ' && octet < 0x7F || octet == '\r' || octet == '\n');
        assertThat(source.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(source.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(Arrays.stream(source.split("\r\n")).filter(line -> line.length() > 78))
                .allMatch(line -> line.startsWith(" filename"));
    }

    @Test
    void a_folded_header_has_no_empty_line_inside() throws Exception {
        var mixed = (MimeMultipart)
                aMail(HELLO).attaching("Größe".repeat(12)).read().getContent();

        assertThat(mixed.getBodyPart(1).getHeader("Content-Disposition")[0].split("\r\n"))
                .hasSize(3)
                .allMatch(line -> !line.isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "Rechnung R-1.pdf, Rechnung R-1.pdf",
        "Übersicht Größe, Übersicht Größe.pdf",
        "../../etc/passwd, _.._etc_passwd.pdf",
        "a:b*c?d|e.pdf, a_b_c_d_e.pdf",
        "請求書 😀, 請求書 😀.pdf"
    })
    void a_file_name_arrives_as_it_was_meant_and_can_be_saved(String line, String name) throws Exception {
        System.setProperty("mail.mime.decodeparameters", "true");
        var mixed = (MimeMultipart) aMail(HELLO).attaching(line).read().getContent();

        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo(name);
    }

    @Test
    void an_international_domain_is_written_in_ascii() {
        assertThat(aMail(HELLO).at("anna@grün.ex\u010Aample").rendered().envelope())
                .containsEntry("to", "anna@xn--grn-ioa.xn--example-35a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "@example.org",
                "anna@",
                "änna@example.org",
                "anna@example.org\r\nBcc: eve@example.org",
                "anna@example.org, eve@example.org",
                "<anna@example.org>",
                "an na@example.org",
                "anna@localhost",
                "anna@strasse-straße.example",
                "anna@example.org\0"
            })
    void an_address_that_is_none_is_refused_without_repeating_it(String address) {
        assertThatThrownBy(() -> aMail(HELLO).at(address).rendered())
                .isInstanceOf(RenderException.class)
                .hasMessage("The address of the recipient is none that mail servers understand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://example.org/pixel.gif\" alt=\"\"/>",
                "<img src=\"//example.org/pixel.gif\" alt=\"\"/>",
                "<img src=\"data:image/png;base64,AAAA\" alt=\"\"/>",
                "<img src=\"cid:logo\" srcset=\"https://example.org/2x.png 2x\" alt=\"\"/>",
                "<table background=\"https://example.org/a.png\"><tr><td>x</td></tr></table>",
                "<p style=\"background: url(https://example.org/a.png)\">x</p>",
                "<p style=\"background: url(cid:logo)\">x</p>",
                "<p style=\"background: u\\72l(https://example.org/a.png)\">x</p>",
                "<p style=\"background: image-set('https://example.org/a.png' 1x)\">x</p>",
                "<!--[if mso]><img src=\"https://example.org/a.png\" alt=\"\"/><![endif]-->",
                "<style>@import 'https://example.org/a.css';</style>",
                "<link rel=\"stylesheet\" href=\"https://example.org/a.css\"/>",
                "<script>alert(1)</script>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<p onclick=\"alert(1)\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<form action=\"https://example.org\"></form>",
                "<meta http-equiv=\"refresh\" content=\"0;url=https://example.org\"/>",
                "<img src=\"cid:absent\" alt=\"\"/>",
                "<img src=\"cid:../secret\" alt=\"\"/>"
            })
    void html_that_loads_or_runs_anything_is_refused(String html) {
        var mail = aMail(HELLO + html.replace("{", "\\{"));

        assertThatThrownBy(mail::rendered).isInstanceOf(RenderException.class).hasMessageStartingWith("email.html: ");
    }

    @Test
    void hostile_data_is_harmless_text() throws Exception {
        var message =
                aMessage("{#subject}{data.text}{/subject}<p>{data.text}</p>").data("""
                        {"text": "<script>alert(1)</script> \\"cid:logo\\" <img src=x>\\r\\nBcc: eve@example.org"}""");

        var mail = Mails.of(message).read();

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject())
                .isEqualTo("<script>alert(1)</script> \"cid:logo\" <img src=x> Bcc: eve@example.org");
        var related = (MimeMultipart) mail.getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        assertThat((String) alternative.getBodyPart(1).getContent())
                .contains("&lt;script&gt;", "\"cid:logo\"")
                .doesNotContain("<script", "<img src=x");
        assertThat((String) alternative.getBodyPart(0).getContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void advertising_can_be_unsubscribed_from() throws Exception {
        var mail = aMail(HELLO).advertising().read();

        assertThat(mail.getHeader("List-Unsubscribe")[0])
                .matches("<mailto:abmelden@lindenwerk\\.example\\?subject=[0-9A-Z-]{11}>");
    }

    @Test
    void by_one_click_where_mail_programs_can_reach_us() throws Exception {
        var mail = aMail(HELLO).advertising().optOut(OPT_OUT);

        var source = new String(mail.rendered().content(), StandardCharsets.US_ASCII);
        assertThat(source)
                .contains("\r\nList-Unsubscribe: <" + OPT_OUT + ">,\r\n <mailto:abmelden@lindenwerk.example?");
        assertThat(mail.read().getHeader("List-Unsubscribe"))
                .singleElement()
                .asString()
                .matches("<" + OPT_OUT + ">,\\s+<mailto:abmelden@lindenwerk\\.example\\?subject=[0-9A-Z-]{11}>");
        assertThat(mail.read().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.rendered().content())
                .isEqualTo(aMail(HELLO).advertising().optOut(OPT_OUT).rendered().content());
    }

    @Test
    void nothing_is_clicked_without_a_place_and_no_mail_written_without_an_address() throws Exception {
        var silent = Map.<String, Object>of("name", "Linde", "email", Map.of("from", Map.of("address", "a@b.example")));

        assertThat(aMail(HELLO).advertising().read().getHeader("List-Unsubscribe-Post"))
                .isNull();
        assertThat(aMail(HELLO).optOut(OPT_OUT).read().getHeader("List-Unsubscribe"))
                .isNull();
        assertThat(aMail(HELLO).optOut(OPT_OUT).read().getHeader("List-Unsubscribe-Post"))
                .isNull();
        var mute = Mails.of(aMessage(HELLO).brand(silent)).advertising();
        assertThat(mute.read().getHeader("List-Unsubscribe")).isNull();
        assertThat(mute.optOut(OPT_OUT).read().getHeader("List-Unsubscribe")).containsExactly("<" + OPT_OUT + ">");
    }

    @Test
    void so_can_what_is_promoted_in_a_bill_or_in_the_letter_beside_it() throws Exception {
        var offer = HELLO + "{#promote}20 %{/promote}";
        var inLetter = HELLO + "{#print}{#promote}20 %{/promote}{/print}";

        assertThat(aMail(offer).advertised().read().getHeader("List-Unsubscribe"))
                .hasSize(1);
        assertThat(aMail(offer).read().getHeader("List-Unsubscribe")).isNull();
        assertThat(aMail(HELLO).advertised().read().getHeader("List-Unsubscribe"))
                .isNull();
        assertThat(aMail(inLetter).advertised().attaching("Brief.pdf").read().getHeader("List-Unsubscribe"))
                .hasSize(1);
        assertThat(aMail(inLetter).advertised().read().getHeader("List-Unsubscribe"))
                .isNull();
    }

    @Test
    void a_mail_that_advertises_says_where_that_is_objected_to() {
        var silent = aMessage(HELLO + "{#promote}20 %{/promote}").advertised();
        var says = "it advertises, and does not say where that is objected to: email.objection of brand.yaml";

        assertThat(new EmailRenderer().faults(silent.composed(Channel.EMAIL)))
                .containsExactly(says, "in the text part, " + says);
        assertThat(new EmailRenderer()
                        .faults(silent.layout("email.html", "<p>{body}</p>{brand.email.objection}")
                                .layout("email.txt", "{body} {#if advertising}{brand.email.objection}{/if}")
                                .composed(Channel.EMAIL)))
                .isEmpty();
    }

    @Test
    void a_template_takes_fewer_kilobytes_than_any() {
        var large = aMessage("{#subject}A{/subject}<p>" + "a".repeat(2_500) + "</p>");

        assertThat(Mails.of(large.limits(new Limits(null, null, 3))).rendered().content())
                .isNotEmpty();
        assertThatThrownBy(
                        () -> Mails.of(large.limits(new Limits(null, null, 2))).rendered())
                .isInstanceOf(RenderException.class)
                .hasMessage("The HTML of the mail has 3 kB, and this template takes 2 (plan.limits.kilobytes)");
    }

    @Test
    void the_date_is_when_the_delivery_was_made_or_the_day_it_bears_if_that_is_later() throws Exception {
        var made = Instant.parse("2026-11-22T10:11:12Z");
        var sameDay = new UUID(made.toEpochMilli() << 16 | 0x7000L, 1L << 63);
        var earlier = new UUID(made.minusSeconds(90_000).toEpochMilli() << 16 | 0x7000L, 1L << 63);

        assertThat(aMail(HELLO).delivery(sameDay).read().getSentDate()).isEqualTo(made);
        assertThat(aMail(HELLO).delivery(earlier).read().getSentDate()).isEqualTo("2026-11-22T00:00:00Z");
        assertThat(aMail(HELLO).delivery(new UUID(0x4000, 1)).read().getSentDate())
                .isEqualTo("2026-11-22T00:00:00Z");
    }

    @Test
    void there_are_no_headers_but_ours() throws Exception {
        var mail = aMail(HELLO).attaching("Rechnung.pdf").read();

        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(Header::getName)
                .containsExactly(
                        "From",
                        "To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "Auto-Submitted",
                        "Content-Language",
                        "MIME-Version",
                        "Content-Type");
    }

    private static byte[] bytes(InputStream stream) throws Exception {
        try (stream) {
            return stream.readAllBytes();
        }
    }
}
