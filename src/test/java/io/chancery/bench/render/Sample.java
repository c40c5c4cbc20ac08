package io.chancery.bench.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is printed: shipped templates, each time with other data. */
enum Sample {
    SHORT_INVOICE("invoice, 8 lines", 8),
    LONG_INVOICE("invoice, 150 lines", 150),
    LETTER("letter of two pages", 0);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DATE = LocalDate.of(2026, 11, 22);
    private static final int PARAGRAPHS = 19;
    private static final TemplateVersion WELCOME = ShippedTemplates.get("welcome");

    private final String title;
    private final int lines;
    private final TemplateVersion template;

    Sample(String title, int lines) {
        this.title = title;
        this.lines = lines;
        this.template = lines > 0 ? ShippedTemplates.get("invoice") : letter(ShippedTemplates.get("welcome"));
    }

    String title() {
        return title;
    }

    /** The shipped message to new customers. */
    static RenderRequest message(int number) {
        return request(number, WELCOME, welcome(number));
    }

    /** An invoice of two pages. */
    static RenderRequest twoPages(int number) {
        return request(number, SHORT_INVOICE.template, invoice(number, 20));
    }

    RenderRequest request(int number) {
        return request(number, template, lines > 0 ? invoice(number, lines) : welcome(number));
    }

    private static RenderRequest request(int number, TemplateVersion template, JsonNode data) {
        var recipient = new Recipient(
                Ucid.ofNumber(number),
                1,
                new PersonName(number % 2 == 0 ? "Frau" : "Herr", "", "Kim", "Beispiel" + number),
                null,
                "de",
                null,
                new Recipient.ContactPoints(
                        new PostalAddress("Musterweg " + number, "10969", "Berlin", "DE"),
                        "kim" + number + "@example.org",
                        "+4915550" + (100_000 + number % 900_000),
                        null));
        return new RenderRequest(
                new UUID(9, number), template, new Reader(recipient, "de"), data, "R-" + number, DATE, null);
    }

    private static JsonNode invoice(int number, int lines) {
        var data = priced().put("number", "R-2026-" + number).put("due", "2026-12-15");
        data.put("date", DATE.toString())
                .putObject("period")
                .put("from", "2026-01-01")
                .put("to", "2026-10-31");
        var items = data.putArray("items");
        for (int i = 0; i < lines; i++) {
            items.addObject()
                    .put("text", "Arbeitspreis Strom " + (number * 31L + i))
                    .put("quantity", String.valueOf(100 + (number * 7L + i) % 900))
                    .put("unit", "kWh")
                    .put("price", "0.3" + (number + i) % 1000)
                    .put("vat", "19");
        }
        return data;
    }

    private static JsonNode welcome(int number) {
        return priced().put("contract", "V-" + number)
                .put("tariff", "Lindenstrom " + number)
                .put("from", "2027-01-01")
                .put("instalment", 40 + number % 90 + ".00");
    }

    private static ObjectNode priced() {
        return JSON.createObjectNode().put("currency", "EUR");
    }

    private static TemplateVersion letter(TemplateVersion welcome) {
        var body = IntStream.rangeClosed(1, PARAGRAPHS)
                .mapToObj(
                        "<p>Punkt %d. Ihr Vertrag {data.contract} im Tarif {data.tariff} läuft weiter wie bisher, und Sie"
                                        .concat(
                                                " müssen nichts tun. Ab dem {data.from.longDate} zahlen Sie im Monat {data.instalment}")
                                        .concat(
                                                " Euro; was Sie mehr oder weniger verbrauchen, rechnen wir einmal im Jahr ab.</p>")
                                ::formatted)
                .collect(Collectors.joining("\n", "{#subject}Ihr Vertrag {data.contract}{/subject}\n", ""));
        return new TemplateVersion(
                UUID.nameUUIDFromBytes(new byte[] {2}),
                "letter",
                1,
                welcome.settings(),
                welcome.schema(),
                Map.of("de", body),
                welcome.blocks(),
                welcome.brand());
    }
}
