package io.chancery.consent.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.Fault;
import io.chancery.vocabulary.Channel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSON object and collects every fault, each with its pointer. */
final class BodyFields {

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;

    BodyFields(JsonNode object) {
        this(object, "", new ArrayList<>());
        if (!object.isObject()) {
            fault("", "a JSON object is expected");
        }
    }

    private BodyFields(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The fields of an object within; of an empty one if there is none. */
    BodyFields within(String field) {
        var inner = object.path(field);
        if (!inner.isMissingNode() && !inner.isNull() && !inner.isObject()) {
            fault(field, "must be an object");
        }
        return new BodyFields(inner, path + "/" + field, faults);
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    void allow(Set<String> allowed) {
        names().stream().filter(name -> !allowed.contains(name)).forEach(name -> fault(name, "is not known here"));
    }

    List<String> names() {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Nullable
    String text(String field, int limit) {
        var node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.asText().isBlank()) {
            fault(field, "must be a text that is not empty");
            return null;
        }
        return checked(field, node.asText().strip(), limit);
    }

    private @Nullable String checked(String field, String text, int limit) {
        if (text.length() > limit) {
            fault(field, "is longer than " + limit + " characters");
            return null;
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
            fault(field, "contains a control character");
            return null;
        }
        return text;
    }

    String required(String field, int limit) {
        if (!has(field)) {
            fault(field, "is missing");
            return "";
        }
        var text = text(field, limit);
        return text == null ? "" : text;
    }

    boolean flag(String field) {
        var node = object.path(field);
        if (!node.isMissingNode() && !node.isBoolean()) {
            fault(field, "must be true or false");
        }
        return node.asBoolean(false);
    }

    /** What the parser makes of the text; empty with a fault if it throws. */
    <T> Optional<T> parsed(String field, String detail, Function<String, T> parser) {
        var text = text(field, 100);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(field, detail);
            return Optional.empty();
        }
    }

    Optional<Channel> channel(String field) {
        return parsed(field, "is not the name of a channel", Channel::new);
    }

    /** Nothing was declared in the future. */
    Optional<Instant> past(String field, Instant now) {
        var at = parsed(field, "is not an ISO 8601 instant such as 2026-12-01T08:00:00Z", BodyFields::instant);
        if (at.filter(instant -> instant.isAfter(now)).isPresent()) {
            fault(field, "lies in the future");
        }
        return at;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    List<String> texts(String field, int limit) {
        var node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > limit) {
            fault(field, "must be a list of at most " + limit + " texts");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < node.size(); i++) {
            var text = checked(field + "/" + i, node.get(i).asText().strip(), 50);
            if (text != null && !text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** @param field may be empty for the object itself */
    void fault(String field, String detail) {
        var name = field.replace("~", "~0");
        faults.add(new Fault(field.isEmpty() ? path : path + "/" + name, detail));
    }
}
