package io.chancery.message.run.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.platform.stream.CsvLayout;
import io.chancery.platform.stream.UnreadableStreamException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the columns of CSV mean: {@code data.period.from} is a property within a property, {@code data.items.0.text} one of
 * the first element of a list. Every value is a text, to which the template's schema
 * gives a type later; an empty one is as good as none.
 */
record ItemColumns(char delimiter) implements CsvLayout {

    private static final Set<String> CUSTOMER = Set.of("ucid", "source", "record");
    private static final Set<String> TEXTS = Set.of("reference", "language", "sendAt", "expiresAt");
    private static final String CHANNELS = "channels";
    private static final Set<String> NESTED = Set.of("data", "metadata");

    @Override
    public void check(List<String> columns, String line) {
        var unknown = columns.stream().filter(name -> !isKnown(name)).findFirst();
        if (unknown.isPresent()) {
            throw new UnreadableStreamException(
                    "unknown-column",
                    "Column " + (columns.indexOf(unknown.get()) + 1)
                            + " is none of ucid, source, record, reference, language, channels, sendAt, expiresAt,"
                            + " data.*, metadata.*; the delimiter is taken to be «"
                            + (delimiter == '\t' ? "tab" : String.valueOf(delimiter)) + "»");
        }
        if (!columns.contains("ucid") && !columns.containsAll(Set.of("source", "record"))) {
            throw new UnreadableStreamException("unknown-column", "There must be a column ucid, or source and record");
        }
        var inside = columns.stream()
                .filter(name -> columns.stream().anyMatch(other -> other.startsWith(name + ".")))
                .findFirst();
        if (inside.isPresent()) {
            throw new UnreadableStreamException(
                    "bad-header", "Column " + inside.get() + " cannot have a value and properties");
        }
    }

    private static boolean isKnown(String name) {
        return CUSTOMER.contains(name)
                || TEXTS.contains(name)
                || name.equals(CHANNELS)
                || (NESTED.contains(name.split("\\.", 2)[0]) && isPath(name));
    }

    private static boolean isPath(String name) {
        var names = name.split("\\.", -1);
        return names.length > 1 && List.of(names).stream().noneMatch(String::isBlank);
    }

    /** The item that a row says. */
    static ObjectNode item(ObjectNode row) {
        var item = JsonNodeFactory.instance.objectNode();
        item.putObject("data");
        var nested = new TreeMap<String, Object>();
        row.properties().forEach(column -> {
            var value = column.getValue().asText();
            if (!value.isEmpty()) {
                put(item, nested, column.getKey(), value);
            }
        });
        nested.forEach((name, value) -> item.set(name, node(value)));
        return item;
    }

    private static void put(ObjectNode item, Map<String, Object> nested, String column, String value) {
        if (CUSTOMER.contains(column)) {
            item.withObject("/customer").put(column, value);
        } else if (TEXTS.contains(column)) {
            item.put(column, value);
        } else if (column.equals(CHANNELS)) {
            var channels = item.putArray(CHANNELS);
            List.of(value.split(";")).forEach(channel -> channels.add(channel.strip()));
        } else {
            put(nested, List.of(column.split("\\.")), value);
        }
    }

    @SuppressWarnings("unchecked") // a place with properties was made by the line above
    private static void put(Map<String, Object> place, List<String> path, String value) {
        var inner = place;
        for (var name : path.subList(0, path.size() - 1)) {
            inner = (Map<String, Object>) inner.computeIfAbsent(name, missing -> new TreeMap<>(ItemColumns::inOrder));
        }
        inner.put(path.get(path.size() - 1), value);
    }

    /** Numbers by their value, so that the tenth element of a list does not come after the first. */
    private static int inOrder(String one, String other) {
        if (isNumber(one) != isNumber(other)) {
            return isNumber(one) ? -1 : 1;
        }
        return isNumber(one) ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }

    private static boolean isNumber(String name) {
        return name.matches("0|[1-9][0-9]{0,3}");
    }

    @SuppressWarnings("unchecked") // put makes nothing else
    private static JsonNode node(Object value) {
        if (value instanceof String text) {
            return JsonNodeFactory.instance.textNode(text);
        }
        var properties = (Map<String, Object>) value;
        if (properties.keySet().stream().allMatch(ItemColumns::isNumber)) {
            var list = JsonNodeFactory.instance.arrayNode();
            properties.values().forEach(element -> list.add(node(element)));
            return list;
        }
        var object = JsonNodeFactory.instance.objectNode();
        properties.forEach((name, property) -> object.set(name, node(property)));
        return object;
    }
}
