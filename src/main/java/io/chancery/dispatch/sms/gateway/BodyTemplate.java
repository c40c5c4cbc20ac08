package io.chancery.dispatch.sms.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON that a gateway is sent, with places to fill in. It is read once, and only the strings of what was read are
 * filled in, so no value can become more than a part of a string.
 */
final class BodyTemplate {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");
    private static final Set<String> KNOWN = Set.of("from", "to", "text", "reference");

    private final JsonNode template;

    private BodyTemplate(JsonNode template) {
        this.template = template;
    }

    /** @throws IllegalArgumentException if it is not JSON, lacks number or text, or names what nobody knows */
    static BodyTemplate of(String text) {
        var template = read(text);
        var places = new TreeSet<String>();
        withTexts(template, string -> {
            PLACE.matcher(string).results().forEach(place -> places.add(place.group(1)));
            return string;
        });
        if (!places.containsAll(Set.of("to", "text")) || !KNOWN.containsAll(places)) {
            throw new IllegalArgumentException(
                    "the body needs {to} and {text}, may have {from} and {reference}, and has " + places);
        }
        return new BodyTemplate(template);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // The body may hold a secret, which the parser would quote.
            throw new IllegalArgumentException("the body is not JSON");
        }
    }

    /** @param values for each place there may be */
    byte[] fill(Map<String, String> values) {
        // In one pass: what looks like a place in a value is none.
        var filled = withTexts(
                template,
                string -> PLACE.matcher(string)
                        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))));
        try {
            return JSON.writeValueAsBytes(filled);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts can always be written");
        }
    }

    private static JsonNode withTexts(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(change.apply(node.textValue()));
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(withTexts(element, change)));
            return array;
        }
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.fieldNames().forEachRemaining(name -> object.set(name, withTexts(node.path(name), change)));
            return object;
        }
        return node;
    }
}
