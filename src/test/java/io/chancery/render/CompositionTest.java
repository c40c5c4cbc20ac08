package io.chancery.render;

import static io.chancery.render.Messages.aMessage;
import static io.chancery.vocabulary.Channel.EMAIL;
import static io.chancery.vocabulary.Channel.PRINT;
import static io.chancery.vocabulary.Channel.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.vocabulary.PostalAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTest {

    private static final String SCHEMA = """
            {"properties": {
               "number": {"type": "string"}, "due": {"type": "string", "format": "date"},
               "amount": {"$ref": "#/$defs/money"}, "level": {"type": "integer"},
               "items": {"type": "array", "items": {"properties": {"price": {"$ref": "#/$defs/money"}}}}},
             "$defs": {"money": {"type": "string", "format": "decimal"}}}""";
    private static final String DATA = """
            {"number": "R-1", "due": "2026-12-15", "amount": "1234.5", "level": 3, "note": null,
             "items": [{"text": "Strom & Gas", "price": "0.329"}, {"text": "<b>Wasser</b>", "price": "-2"}]}""";

    private static Messages message(String source) {
        return aMessage(source).schema(SCHEMA).data(DATA);
    }

    @Test
    void one_source_gives_each_channel_its_own_words() {
        var source = "Hallo{#print} auf Papier{/print}{#email} per Mail{/email}{#sms} kurz{/sms}!";

        assertThat(message(source).body(PRINT)).isEqualTo("Hallo auf Papier!");
        assertThat(message(source).body(EMAIL)).isEqualTo("Hallo per Mail!");
        assertThat(message(source).body(SMS)).isEqualTo("Hallo kurz!");
        assertThat(message(source).composed(SMS).section()).isEqualTo("kurz");
        assertThat(message(source).composed(SMS).isSectionAlone()).isTrue();
        assertThat(message("{#if data.level == 3}{#sms}x{/sms}{/if}")
                        .composed(SMS)
                        .isSectionAlone())
                .isTrue();
        assertThat(message("Hallo").composed(SMS).isSectionAlone()).isFalse();
        assertThat(message(source).composed(EMAIL).isSectionAlone()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "A{#sms}1{/sms}B {data.number} {#sms}{data.number}{/sms}, 1R-1",
        "{#sms}1{/sms} {#if data.level == 3}{#sms}2{/sms}{/if}, 12",
        "{#sms}{#if data.level == 3}2{/if}{/sms} {#let a=1}{a}{#sms}{a}{/sms}{/let}, 21",
        "{#sms}1{/sms}{#include mobile /}, 12",
        "'{#sms}1{/sms}{! {#sms}x{/sms} !} {#sms}2{/sms}', 12",
        "{#subject}{#sms}1{/sms}{/subject}{#sms}2{/sms}, 12"
    })
    void the_words_of_a_text_message_are_found_wherever_they_stand(String source, String words) {
        var message = message(source).block("mobile", "{#sms}2{/sms}{#email}3{/email}");

        assertThat(message.composed(SMS).section()).isEqualTo(words);
    }

    @Test
    void what_other_channels_say_does_not_keep_a_text_message_back() {
        var source = "<p>{data.missing}</p>\n  {#sms}Neu{/sms} {data.missing} {#sms}{data.absent}{/sms}";

        assertThat(message(source.replace("absent", "number")).composed(SMS).section())
                .isEqualTo("NeuR-1");
        assertThatThrownBy(() -> message(source).composed(SMS).section())
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("message.de.html, line 2: ")
                .hasMessageContaining("data.absent");
    }

    @Test
    void the_subject_is_kept_aside_as_plain_text() {
        var composed = message(
                        "{#subject}\n  Rechnung {data.number}\n  «{data.items.0.text}» {data.items.1.text}{/subject}Text")
                .composed(EMAIL);

        assertThat(composed.subject()).isEqualTo("Rechnung R-1 «Strom & Gas» <b>Wasser</b>");
        assertThat(composed.body()).isEqualTo("Text");
        assertThat(message("Text").composed(EMAIL).subject()).isEqualTo("Rechnung");
    }

    @Test
    void the_preheader_is_for_layouts_and_may_be_missing() {
        var layout = "{#if preheader}{preheader} · {/if}{message.class}";

        assertThat(message("{#preheader}Fällig & offen{/preheader}x")
                        .layout("email.html", layout)
                        .composed(EMAIL)
                        .layout("email.html"))
                .isEqualTo("Fällig &amp; offen · transactional");
        assertThat(message("x").layout("email.html", layout).composed(EMAIL).layout("email.html"))
                .isEqualTo("transactional");
    }

    @Test
    void a_name_may_be_a_value() {
        var brand = Map.<String, Object>of("words", Map.of("de", Map.of("page", "Seite")));

        assertThat(message("{#let words=brand.words.get(message.language)}{words.page}{/let}")
                        .brand(brand)
                        .body())
                .isEqualTo("Seite");
        assertThatThrownBy(() -> message("{brand.words.get(data.number).page}")
                        .brand(brand)
                        .body())
                .isInstanceOf(RenderException.class);
    }

    @Test
    void values_are_escaped_in_markup_and_plain_in_text() {
        var composed = message("<p>{data.items.1.text}</p>{#sms}Neu:\n  {data.items.1.text}{/sms}")
                .composed(SMS);

        assertThat(composed.body()).startsWith("<p>&lt;b&gt;Wasser&lt;/b&gt;</p>");
        assertThat(composed.text()).startsWith("<b>Wasser</b>");
        assertThat(composed.section()).isEqualTo("Neu:\n<b>Wasser</b>");
        assertThat(composed.line("Datei {data.items.0.text}.pdf")).isEqualTo("Datei Strom & Gas.pdf");
    }

    @Test
    void a_layout_puts_the_message_in_its_place() {
        var message = message("{#subject}S & T{/subject}<p>{data.items.0.text}</p>")
                .layout("print.html", "<h1>{subject}</h1>{body}<i class='{letter.form}'>{brand.name}</i>")
                .layout("sms.txt", "{brand.name}: {body}");

        assertThat(message.composed(PRINT).layout("print.html"))
                .isEqualTo("<h1>S &amp; T</h1><p>Strom &amp; Gas</p><i class='din-5008-b'>Lindenwerk</i>");
        assertThat(message.composed(SMS).layout("sms.txt")).isEqualTo("Lindenwerk: Strom & Gas");
        assertThat(message.composed(SMS).layout("sms.txt", "<nur dies>")).isEqualTo("Lindenwerk: <nur dies>");
        assertThatThrownBy(() -> message.composed(SMS).layout("fax.html"))
                .isInstanceOf(RenderException.class)
                .hasMessage("brands/lindenwerk/fax.html: there is no such layout");
    }

    @Test
    void values_are_what_the_schema_says() {
        assertThat(message("{data.due.longDate} {data.amount.money('EUR')} {data.level}")
                        .body())
                .isEqualTo("15.\u00a0Dezember 2026 1.234,50\u00a0€ 3");
        assertThat(message("{#for i in data.items}{i_count}:{i.price.decimals(3)}{#if i_hasNext}, {/if}{/for}")
                        .body())
                .isEqualTo("1:0,329, 2:−2,000");
        assertThat(message("{#switch data.level}{#case 2}zwei{#case 3}drei{/switch}")
                        .body())
                .isEqualTo("drei");
        assertThat(message("{#if data.amount > 1000 && data.level == 3}viel{#else}wenig{/if}")
                        .body())
                .isEqualTo("viel");
        assertThat(message("{data.note ?: '–'}{#if data.note??}x{/if}").body()).isEqualTo("–");
    }

    @Test
    void a_format_that_does_not_fit_the_data_is_refused() {
        assertThatThrownBy(() -> aMessage("x")
                        .schema(SCHEMA)
                        .data("{\"due\": \"morgen\"}")
                        .body())
                .isInstanceOf(RenderException.class)
                .hasMessage("/data/due is not a date");
        assertThatThrownBy(() -> aMessage("x")
                        .schema(SCHEMA)
                        .data("{\"amount\": \"1E999999999\"}")
                        .body())
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("/data/amount has more than 60 digits");
    }

    @Test
    void a_missing_value_names_template_language_and_line() {
        assertThatThrownBy(() -> message("<p>\n\n{data.nummer}</p>").body())
                .isInstanceOf(RenderException.class)
                .hasMessage("invoice/message.de.html, line 3: there is no value «data.nummer»; if it may be missing,"
                        + " write what stands in its place, as in {data.nummer ?: '–'}");
        assertThatThrownBy(() -> message("{#include fuss /}")
                        .block("fuss", "\n{customer.nix}")
                        .body())
                .hasMessageStartingWith("blocks/fuss.html, line 2: there is no value «customer.nix»");
        assertThatThrownBy(() -> message("{data.number.money('EUR')}").body())
                .hasMessage(
                        "invoice/message.de.html, line 1: «data.number.money('EUR')»: either there is no such value,"
                                + " or it does not fit: .money needs a number, and the currency in brackets,"
                                + " as in data.amount.money(data.currency) or .money('EUR')");
    }

    @Test
    void blocks_see_the_values_and_what_is_handed_to_them() {
        var message = message("{#include gruss wort='Danke' zahl=data.level /}")
                .block("gruss", "{wort}, {customer.name}! {zahl} {#include ende /}")
                .block("ende", "Ende");

        assertThat(message.body()).isEqualTo("Danke, Dr. Anna Müller! 3 Ende");
    }

    @Test
    void the_address_stands_as_on_the_envelope() {
        var source = "{#for line in customer.address.lines}{line}|{/for}";

        assertThat(aMessage(source).body()).isEqualTo("Frau|Dr. Anna Müller|Lindenstraße 5|10969 Berlin|");
        assertThat(aMessage(source)
                        .at(new PostalAddress("Bahnhofstrasse 1", "8001", "Zürich", "CH"))
                        .body())
                .isEqualTo("Frau|Dr. Anna Müller|Bahnhofstrasse 1|8001 Zürich|SCHWEIZ|");
        assertThatThrownBy(() -> aMessage(source).at(null).body()).isInstanceOf(RenderException.class);
    }

    @Test
    void plain_text_keeps_paragraphs_lists_and_links() {
        var html = """
                <style>p { color: red }</style><h1>Winter</h1><p>Guten Tag,<br>es wird   kalt.</p>
                <ul><li>eins</li><li>zwei</li></ul>
                <table><tr><th scope="row">Netto</th>
<td>5&nbsp;€</td></tr><tr><th>MwSt.</th><td>1 €</td></tr></table>
                <p>Mehr: <a href="https://example.org/x">hier</a></p>""";

        assertThat(aMessage(html).composed(EMAIL).text()).isEqualTo("""
                        Winter

                        Guten Tag,
                        es wird kalt.

                        - eins
                        - zwei

                        Netto: 5\u00a0€
                        MwSt. 1 €

                        Mehr: hier (https://example.org/x)""");
    }
}
