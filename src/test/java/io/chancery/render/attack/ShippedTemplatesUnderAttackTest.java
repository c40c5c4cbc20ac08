package io.chancery.render.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.schema.DataSchema;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates that ship, with something hostile in every text of their data that the schema lets through. */
class ShippedTemplatesUnderAttackTest {

    static Stream<Arguments> attacks() {
        return ShippedTemplates.keys().stream()
                .flatMap(key -> Stream.of(
                                "</p></td></table><script>alert(1)</script>",
                                "{data.class}{#include a /} ' onload='x \" style=\"display:none",
                                "\u202Egnp.exe\r\nBcc: eve@example.org",
                                "Z\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316algo",
                                "\u200B\u200D\u2060\uFEFF\u0007\u001B\uFFFFx",
                                "Donaudampfschifffahrt".repeat(500),
                                "wort ".repeat(2_000))
                        .map(text -> Arguments.of(key, text)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("attacks")
    void every_text_is_harmless_and_on_the_paper_or_refused(String key, String text) throws IOException {
        var honest =
                ShippedTemplates.fixture(key, ShippedTemplates.fixtures(key).get(0));
        var schema = DataSchema.of(honest.template().schema());
        var data = honest.data().deepCopy();
        put(text, data, data, schema);
        var request = new RenderRequest(
                honest.deliveryId(),
                honest.template(),
                new Reader(called(text.length() > 100 ? "Beispiel" : text, honest.recipient()), honest.language()),
                data,
                text.length() > 200 ? "" : text,
                honest.date(),
                null);

        for (var channel : Trial.CHANNELS) {
            var trial = Trial.of(channel, request);
            if (trial.rendition() == null) {
                assertThat(trial.refusal()).isNotBlank().doesNotContain(Harm.INNER);
            } else {
                assertThat(Harm.loaded(channel.name().equals("email") ? Harm.html(trial.rendition()) : ""))
                        .isEmpty();
                Paper.assertHoldsAll(trial.rendition());
            }
        }
    }

    /** Into each text, unless the schema refuses it there, with a pointer as the API would. */
    private static void put(String text, JsonNode node, JsonNode whole, DataSchema schema) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                if (object.get(name) instanceof TextNode honest) {
                    object.put(name, text);
                    if (!schema.check(whole, "/data").isEmpty()) {
                        object.set(name, honest);
                    }
                } else {
                    put(text, object.get(name), whole, schema);
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> put(text, item, whole, schema));
        }
    }

    private static Recipient called(String text, Recipient honest) {
        var address = honest.address();
        return new Recipient(
                honest.ucid(),
                1,
                new PersonName("", "", "", text),
                null,
                honest.language(),
                null,
                new Recipient.ContactPoints(
                        address == null
                                ? null
                                : new PostalAddress(text, address.postcode(), address.city(), address.country()),
                        honest.email(),
                        honest.mobile(),
                        null));
    }
}
