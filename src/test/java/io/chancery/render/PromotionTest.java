package io.chancery.render;

import static io.chancery.render.Messages.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.sms.SmsRenderer;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a transactional message promotes: for whom it is shown, what comes with it, and what it may read. */
class PromotionTest {

    private static final String OFFER = "Danke.{#promote} 20 % auf alles{/promote}";

    private static String text(Messages message) {
        return Messages.text(message.layout("sms.txt", "{body}")
                .brand(Map.of("sms", Map.of("from", "Lindenwerk", "optOut", Map.of("de", "STOP an 12345"))))
                .rendered(new SmsRenderer())
                .content());
    }

    private static List<String> complaints(Messages message) {
        return new ParsedVersion(message.request().template(), List.of("print", "email", "sms"))
                .complaints(Set.of()).stream().map(RenderException::getMessage).toList();
    }

    @Test
    void it_is_shown_to_those_whom_advertising_may_reach_and_to_nobody_else() {
        assertThat(aMessage(OFFER).advertised().body()).isEqualTo("Danke. 20 % auf alles");
        assertThat(aMessage(OFFER).body()).isEqualTo("Danke.");
    }

    @Test
    void in_a_block_it_is_the_same() {
        var message = aMessage("Danke.{#include offer /}").block("offer", "{#promote} 20 %{/promote}");

        assertThat(message.body()).isEqualTo("Danke.");
        assertThat(message.advertised().body()).isEqualTo("Danke. 20 %");
    }

    @Test
    void what_is_advertising_as_a_whole_shows_it() {
        assertThat(aMessage(OFFER).marketing().body()).isEqualTo("Danke. 20 % auf alles");
    }

    @Test
    void another_variant_takes_its_place() {
        var source = "{#first}{#promote}20 %{/promote}{#or}Danke{/first}";

        assertThat(aMessage(source).body()).isEqualTo("Danke");
        assertThat(aMessage(source).advertised().body()).isEqualTo("20 %");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Danke.{#promote} 20 %{/promote}|true",
                "{#first}{#promote}20 %{/promote}{#or}Danke{/first}|true",
                "{#first}Danke{#or}{#promote}20 %{/promote}{/first}|false",
                "Danke.{#promote}{#if data.never??}20 %{/if}{/promote}|false",
                "Danke.{#print}{#promote}20 %{/promote}{/print}|false",
                "{#promote}{#print}20 %{/print}{/promote}Danke.|false",
                "Danke.|false"
            })
    void it_advertises_where_it_says_anything(String source, boolean advertises) {
        var message = aMessage(source).advertised().layout("email.html", "{#if advertising}Widerspruch{/if}");

        assertThat(message.composed(Channel.EMAIL).advertises()).isEqualTo(advertises);
        assertThat(message.composed(Channel.EMAIL).layout("email.html")).isEqualTo(advertises ? "Widerspruch" : "");
    }

    @Test
    void a_text_message_says_how_it_is_stopped_only_if_it_advertises_itself() {
        assertThat(text(aMessage("Brief{#promote} 20 %{/promote}{#sms}Rechnung da{/sms}")
                        .advertised()))
                .isEqualTo("Rechnung da");
        assertThat(text(aMessage("Brief{#sms}Rechnung da{#promote}, 20 %{/promote}{/sms}")
                        .advertised()))
                .isEqualTo("Rechnung da, 20 %\nSTOP an 12345");
        assertThat(text(aMessage("Brief{#promote}{#sms}20 %{/sms}{/promote}").advertised()))
                .isEqualTo("20 %\nSTOP an 12345");
        assertThat(text(aMessage("Rechnung da{#promote}, 20 %{/promote}").advertised()))
                .isEqualTo("Rechnung da, 20 %\nSTOP an 12345");
        assertThat(text(aMessage("Rechnung da{#promote}, 20 %{/promote}"))).isEqualTo("Rechnung da");
    }

    /** The template informs, and may read the birth date everywhere else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#promote}{customer.birthDate.longDate}{/promote}",
                "{#promote}{#if customer.birthDate??}x{/if}{/promote}",
                "{#if customer.birthDate??}x{#else}{#promote}20 %{/promote}{/if}",
                "{#let born=customer.birthDate}{#promote}{born}{/promote}{/let}",
                "{#let who=customer}{#promote}{who.birthDate}{/promote}{/let}",
                "{#include offer born=customer.birthDate /}",
                "{#rule old}{#promote}20 %{/promote}{/rule}",
                "{#first}{customer.birthDate.longDate ?: ''}{#or}{#promote}20 %{/promote}{/first}",
                "{#promote}{customer.get(data.name)}{/promote}",
                "{#promote}{#for fact in customer}{fact.value}{/for}{/promote}"
            })
    void it_reads_only_what_advertising_may_and_so_does_what_decides_about_it(String source) {
        var message = aMessage("\n" + source)
                .informing()
                .block("offer", "{#promote}{born ?: ''}{/promote}")
                .block("old", "{#if customer.birthDate??}yes{#else}no{/if}");

        assertThat(complaints(message))
                .singleElement()
                .asString()
                .contains("it is sensitive, and only a message with the purpose advise or inform may read it;"
                        + " {#promote} and what decides about it is advertising");
        assertThat(complaints(aMessage("{customer.birthDate.longDate}{#promote}{customer.name}{/promote}")
                        .informing()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{#subject}A{#promote}B{/promote}{/subject}|{#promote} has no place in {#subject}",
                "{#preheader}{#if data.x??}{#promote}B{/promote}{/if}{/preheader}|{#promote} has no place in {#preheader}",
                "{#promote}{#subject}A{/subject}{/promote}|{#subject} has no place in {#promote}",
                "{#rule offer}x{/rule}|{#promote} has no place in {#rule}"
            })
    void it_is_neither_what_a_message_is_called_nor_what_others_decide_by(String source, String why) {
        assertThat(complaints(aMessage(source).block("offer", "{#promote}yes{/promote}")))
                .singleElement()
                .asString()
                .matches("\\S+, line 1: .*")
                .endsWith(why);
    }

    @Test
    void a_layout_promotes_nothing() {
        assertThat(complaints(aMessage("x").layout("print.html", "{body}{#promote}20 %{/promote}")))
                .containsExactly(
                        "brands/lindenwerk/print.html, line 1: {#promote} has its place in a message or a block");
    }

    @Test
    void no_language_leaves_it_out() {
        assertThat(complaints(aMessage(OFFER).in("en", "Thanks.")))
                .containsExactly("invoice/message.en.html: there is no {#promote}, and message.de.html has one");
    }
}
