package io.chancery.render.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.template.ChannelPlan.Limits;
import io.chancery.vocabulary.Rendition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsRendererTest {

    private static Messages aMessage(String source) {
        return Messages.aMessage(source)
                .layout("sms.txt", "{body}\n")
                .brand(Map.of("sms", Map.of("from", "Lindenwerk")));
    }

    private static Rendition rendered(String source) {
        return aMessage(source).rendered(new SmsRenderer());
    }

    private static String text(Rendition rendition) {
        return Messages.text(rendition.content());
    }

    @Test
    void a_section_for_text_messages_is_all_that_is_sent() {
        var sms = rendered("{#subject}S{/subject}<p>Langer Brief</p>{#sms}Lindenwerk: Rechnung da. Tom &amp; Co{/sms}");

        assertThat(text(sms)).isEqualTo("Lindenwerk: Rechnung da. Tom & Co");
        assertThat(sms.mediaType()).isEqualTo("text/plain;charset=UTF-8");
    }

    @Test
    void without_one_the_whole_text_is_sent() {
        assertThat(text(rendered("<p>Guten Tag,</p><p>Ihr Strom ist da.</p>")))
                .isEqualTo("Guten Tag,\n\nIhr Strom ist da.");
    }

    @Test
    void the_envelope_has_sender_number_encoding_and_segments() {
        assertThat(rendered("{#sms}5 € – „bald“{/sms}").envelope())
                .isEqualTo(Map.of("from", "Lindenwerk", "to", "+491510000000", "encoding", "GSM_7", "segments", "1"));
        assertThat(rendered("{#sms}" + "ć".repeat(71) + "{/sms}").envelope())
                .containsEntry("encoding", "UCS_2")
                .containsEntry("segments", "2");
    }

    @Test
    void what_is_sent_is_what_is_counted() {
        assertThat(text(rendered("{#sms}„Öko“…{/sms}"))).isEqualTo("\"Öko\"...");
    }

    @Test
    void hostile_data_is_harmless_text() {
        var sms = aMessage("{#sms}{data.text}{/sms}")
                .data("{\"text\": \"<script>alert(1)</script> {data.secret} \\u0007\\u202E&amp;\"}")
                .rendered(new SmsRenderer());

        assertThat(text(sms)).isEqualTo("<script>alert(1)</script> {data.secret} &amp;");
    }

    @Test
    void a_text_message_says_something_but_not_a_letter() {
        assertThatThrownBy(() -> rendered("{#sms} {/sms}")).isInstanceOf(RenderException.class);
        assertThatThrownBy(() -> rendered("{#sms}" + "a".repeat(1531) + "{/sms}"))
                .isInstanceOf(RenderException.class)
                .hasMessage("A text message has 1 to 10 segments, this has 11");
    }

    @Test
    void a_template_takes_fewer_segments_than_any() {
        var two = aMessage("{#sms}" + "a".repeat(161) + "{/sms}");

        assertThat(two.limits(new Limits(null, 2, null))
                        .rendered(new SmsRenderer())
                        .envelope())
                .containsEntry("segments", "2");
        assertThatThrownBy(() -> two.limits(new Limits(null, 1, null)).rendered(new SmsRenderer()))
                .isInstanceOf(RenderException.class)
                .hasMessage("A text message has 1 to 1 segments (plan.limits.segments), this has 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lindenwerk GmbH", "Linden-werk", "0123", "+49", "", "Lindenwürk"})
    void a_sender_that_networks_refuse_is_a_fault_of_the_brand(String sender) {
        var message = aMessage("{#sms}x{/sms}").brand(Map.of("sms", Map.of("from", sender)));

        assertThatThrownBy(() -> message.rendered(new SmsRenderer()))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("brands/lindenwerk/brand.yaml: sms.from");
    }

    private static Messages anAdvertisement(String source) {
        return aMessage(source)
                .marketing()
                .brand(Map.of(
                        "sms", Map.of("from", "Lindenwerk", "optOut", Map.of("de", "Keine Werbung? STOP an 12345"))));
    }

    @Test
    void advertising_says_how_it_is_stopped_and_the_words_are_counted() {
        var short160 = "a".repeat(160 - "\nKeine Werbung? STOP an 12345".length());

        var fits = anAdvertisement("{#sms}" + short160 + "{/sms}").rendered(new SmsRenderer());
        var longer = anAdvertisement("{#sms}" + short160 + "a{/sms}").rendered(new SmsRenderer());

        assertThat(text(fits)).isEqualTo(short160 + "\nKeine Werbung? STOP an 12345");
        assertThat(fits.envelope()).containsEntry("segments", "1");
        assertThat(longer.envelope()).containsEntry("segments", "2");
    }

    @Test
    void where_the_layout_says_it_already_it_is_not_said_twice() {
        var sms = anAdvertisement("{#sms}20 % auf alles{/sms}")
                .layout("sms.txt", "{brand.sms.optOut.get(message.language)} / {body}")
                .rendered(new SmsRenderer());

        assertThat(text(sms)).isEqualTo("Keine Werbung? STOP an 12345 / 20 % auf alles");
    }

    @Test
    void advertising_of_a_brand_that_cannot_be_stopped_is_refused_and_a_service_message_is_not() {
        var advertisement = aMessage("{#sms}20 % auf alles{/sms}").marketing();

        assertThatThrownBy(() -> advertisement.rendered(new SmsRenderer()))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("brands/lindenwerk/brand.yaml: sms.optOut.de is missing");
        assertThat(text(rendered("{#sms}Rechnung da{/sms}"))).isEqualTo("Rechnung da");
    }
}
