package io.chancery.render.attack;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.render.Messages;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The honest part: a message with data, a block and a brand for all channels. */
final class Ground {

    static final String PRINT = "<html><head><title>{subject}</title><style>"
            + "{|@page { size: A4; margin: 20mm } html { font-family: Liberation Sans }|}</style></head>"
            + "<body>{body}</body></html>";
    static final String EMAIL = "<!DOCTYPE html><html lang='de'><head><title>{subject}</title></head>"
            + "<body><div>{preheader}</div>{body}</body></html>";

    private static final String FONT = "fonts/LiberationSans-Regular.ttf";
    private static final byte[] LIBERATION =
            Messages.resource("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";
    private static final UUID BRAND = new UUID(4, 711);
    private static final JsonNode DATA =
            Messages.json("""
            {"number": "R-1", "text": "x", "amount": 12.5, "level": 3, "items": [{"text": "a"}, {"text": "b"}],
             "hundred": [%s], "thousand": [%s], "long": "%s"}""".formatted(numbers(100), numbers(1000), "lang ".repeat(10_000)));

    private Ground() {}

    private static String numbers(int count) {
        return "1,".repeat(count - 1) + "1";
    }

    static Messages message(String source) {
        return Messages.aMessage(source)
                .data(DATA)
                .brandId(BRAND)
                .block("plain", "Text")
                .block("a", "{#include b /}")
                .block("b", "{#include a /}")
                .block("self", "{#include self /}")
                .layout("print.html", PRINT)
                .layout("email.html", EMAIL)
                .layout("email.txt", "{body}\n")
                .layout("sms.txt", "{body}\n")
                .asset(FONT, LIBERATION)
                .asset("logo.svg", DRAWING.getBytes(StandardCharsets.UTF_8))
                .brand(brand("name", "Lindenwerk"));
    }

    static Messages sending(String name, Object value) {
        var email = new HashMap<String, Object>();
        email.put("from", Map.of("name", "Lindenwerk", "address", "service@lindenwerk.example"));
        email.put(name, value);
        return message("<p>x</p>").brand(brand("email", email));
    }

    static Map<String, Object> brand(String name, Object value) {
        var brand = new HashMap<String, Object>();
        brand.put("sender", Map.of("country", "DE"));
        brand.put("sms", Map.of("from", "Lindenwerk"));
        brand.put("email", Map.of("from", Map.of("name", "Lindenwerk", "address", "service@lindenwerk.example")));
        brand.put(
                "fonts", List.of(Map.of("family", "Liberation Sans", "weight", 400, "style", "normal", "file", FONT)));
        brand.put("charts", Map.of("first", "#123D2A", "second", "#6B9C7F", "text", "#56645C", "line", "#CFD9D2"));
        brand.put(name, value);
        return brand;
    }
}
