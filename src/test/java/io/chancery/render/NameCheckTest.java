package io.chancery.render;

import static io.chancery.render.Messages.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.TemplateSettings.CalendarEntry;
import io.chancery.template.TemplateSettings.CalendarTime;
import io.chancery.template.TemplateSettings.PricedLines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCheckTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false,
             "properties": {
               "number": {"type": "string"},
               "extra": {"type": "object"},
               "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
               "meter": {"anyOf": [{"$ref": "#/$defs/item"}, {"type": "object", "additionalProperties": false,
                                                              "properties": {"serial": {"type": "string"}}}]}},
             "$defs": {"item": {"type": "object", "additionalProperties": false,
                                "properties": {"text": {"type": "string"}, "quantity": {"type": "number"},
                                               "price": {"type": "number"}, "vat": {"type": "number"}}}}}""";

    private static List<String> complaints(Messages message) {
        return new ParsedVersion(message.request().template(), List.of("print", "email", "sms"))
                .complaints(Set.of()).stream().map(RenderException::getMessage).toList();
    }

    private static Messages priced(String source) {
        return aMessage(source)
                .schema(SCHEMA)
                .totals(new PricedLines("items", "quantity", "price", "vat", null))
                .brand(Map.of(
                        "name",
                        "Lindenwerk",
                        "words",
                        Map.of("de", Map.of("page", "Seite"), "en", Map.of("page", "Page", "of", "of"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{data.number} {data.extra.anything.at.all} {data.items.size} {data.items.first.text}",
                "{#for item in data.items}{item.text}{item_count}{#if item_hasNext}, {/if}{/for}",
                "{#each data.items}{it.text}{/each}",
                "{#let first=data.items.0}{first.price.money('EUR')}{/let}",
                "{#if data.number?? && data.items.isEmpty}{data.number ?: 'none'}{#else}{data.items.0.vat.percent}{/if}",
                "{#for line in totals.lines}{line.text} {line.net.decimals(2)} {line.sum}{/for}{totals.gross.money('EUR')}",
                "{#for rate in totals.rates}{rate.rate.percent}{rate.vat}{/for}",
                "{customer.greeting} {customer.address.lines.first} {customer.preferredChannel ?: 'none'}",
                "{message.date.longDate} {message.channel} {brand.words.get(message.language).page}",
                "{data.meter.text ?: ''}{data.meter.serial ?: ''}",
                "{#when data.number}{#is '1'}one{#else}{data.number}{/when}",
                "{#for entry in brand.words}{entry.key}{entry.value.page}{/for}",
            })
    void what_the_schema_knows_can_be_named(String source) {
        assertThat(complaints(priced(source))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{data.nubmer}|there is no «nubmer»; there is extra, items, meter, number",
                "{customer.shoeSize}|there is no «shoeSize»",
                "{customr.name}|there is no «customr»",
                "{#if data.number == 'never'}{#for item in data.items}{item.txet}{/for}{/if}|there is no «txet»",
                "{data.items.text}|a list has no «text»; use a loop, or .first",
                "{data.number.first}|a text, number or date has no «first»",
                "{data.wrong ?: 'x'}|there is no «wrong»",
                "{data.number ?: data.wrong}|there is no «wrong»",
                "{brand.words.get(message.language).of}|there is no «of»; there is page",
                "{brand.words.get('fr').page}|there is no «fr»",
                "{#for line in totals.lines}{line.nett}{/for}|there is no «nett»",
                "{#sms}{payment.swis.code}{/sms}|there is no «swis»",
                "{data.items.chart('bar', 'kWh', 'A')}|there is no «label»; there is price, quantity, text, vat",
            })
    void what_leads_nowhere_is_found_in_every_branch(String source, String reason) {
        assertThat(complaints(priced("\n" + source)))
                .singleElement()
                .asString()
                .startsWith("invoice/message.de.html, line 2: «")
                .contains(reason);
    }

    @Test
    void a_block_is_looked_at_with_what_it_is_given() {
        var source = "{#include total sum=totals.gross /}";
        assertThat(complaints(priced(source).block("total", "{sum.money('EUR')} {data.number}")))
                .isEmpty();
        assertThat(complaints(priced(source).block("total", "{amount.money('EUR')}")))
                .singleElement()
                .asString()
                .startsWith("blocks/total.html, line 1: «amount.money('EUR')»: there is no «amount»");
    }

    @Test
    void every_text_of_a_calendar_entry_is_looked_at() {
        var entry = new CalendarEntry(
                Map.of("de", "{data.summery}"),
                Map.of("de", "{data.place}"),
                Map.of("de", "{data.text}"),
                new CalendarTime("{data.from}", "{data.until}", "{data.hours}", ""),
                "data.vip",
                false);

        assertThat(complaints(priced("").calendar(entry)))
                .hasSize(7)
                .allMatch(complaint -> complaint.startsWith("invoice/template.yaml"));
    }

    @Test
    void a_layout_is_looked_at_in_each_language() {
        assertThat(complaints(priced("").layout("email.html", "{subject}{body}{brand.words.get(message.language).of}")))
                .singleElement()
                .asString()
                .startsWith("brands/lindenwerk/email.html, line 1: ")
                .contains("there is no «of»");
    }

    @Test
    void an_attribute_that_the_purpose_may_not_read_is_named_with_the_rule() {
        assertThat(complaints(priced("{customer.birthDate.longDate}")))
                .containsExactly(
                        "invoice/message.de.html, line 1: «customer.birthDate.longDate»: it is sensitive, and only a"
                                + " message with the purpose advise or inform may read it; this one is to request-payment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice",
                "credit-note",
                "payment-reminder",
                "contract-change",
                "meter-reading",
                "welcome",
                "consent-confirmation",
                "newsletter-winter"
            })
    void the_shipped_templates_name_only_what_there_is(String key) {
        assertThat(new ParsedVersion(ShippedTemplates.get(key), List.of("print", "email", "sms")).complaints(Set.of()))
                .isEmpty();
    }
}
