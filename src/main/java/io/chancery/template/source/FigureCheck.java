package io.chancery.template.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Checks that the figures of totals and of an invoice are fields that a request can have, of the right kind. */
final class FigureCheck {

    private static final Map<String, String> FORMATS =
            Map.of("date", "date", "due", "date", "from", "date", "to", "date");

    private final YamlFile yaml;
    private final JsonNode schema;

    private FigureCheck(YamlFile yaml) {
        this.yaml = yaml;
        this.schema = yaml.root().path("schema");
    }

    static void check(YamlFile yaml) {
        var check = new FigureCheck(yaml);
        if (yaml.root().has("totals")) {
            check.checkTotals(yaml.root().path("totals"));
        }
        if (yaml.root().has("invoice")) {
            check.checkInvoice(yaml.root().path("invoice"));
        }
    }

    private void checkTotals(JsonNode totals) {
        if (!items().path("type").asText().equals("array")) {
            yaml.fault("/totals/items", "names no list of the schema");
        }
        for (var field : List.of("quantity", "price", "vat")) {
            if (!line(totals.path(field).asText()).path("format").asText().equals("decimal")) {
                yaml.fault("/totals/" + field, "names no field of format decimal in the lines of the schema");
            }
        }
    }

    private void checkInvoice(JsonNode invoice) {
        invoice.fieldNames().forEachRemaining(figure -> {
            var path = invoice.path(figure).asText();
            switch (figure) {
                case "type" -> {
                    // Says what it is, names no field.
                }
                case "text", "unit" -> demand(line(path), "", figure, "in the lines of the schema");
                default -> demand(field(path), FORMATS.getOrDefault(figure, ""), figure, "of the schema");
            }
        });
    }

    private void demand(JsonNode field, String format, String figure, String where) {
        boolean fits = !field.isMissingNode() && field.path("format").asText().equals(format);
        if (!fits) {
            yaml.fault(
                    "/invoice/" + figure,
                    "names no field " + (format.isEmpty() ? "of text " : "of format " + format + " ") + where);
        }
    }

    private JsonNode field(String path) {
        var at = schema;
        for (var name : path.split("\\.")) {
            at = resolve(at.path("properties").path(name));
        }
        return at;
    }

    private JsonNode line(String name) {
        return resolve(resolve(items().path("items")).path("properties").path(name));
    }

    private JsonNode items() {
        return field(yaml.root().path("totals").path("items").asText());
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
    }
}
