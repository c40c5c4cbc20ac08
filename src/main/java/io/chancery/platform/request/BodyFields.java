package io.chancery.platform.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSON object and collects every fault, each with its pointer. */
public final class BodyFields {

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;

    public BodyFields(JsonNode object) {
        this(object, "", new ArrayList<>());
        demandObject();
    }

    private BodyFields(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** @throws MalformedJsonException if the bytes are not JSON */
    public static BodyFields read(byte[] body) {
        return new BodyFields(RequestBody.read(body).json());
    }

    private void demandObject() {
        if (!object.isObject()) {
            faults.add(new Fault(path, "a JSON object is expected"));
        }
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Refuses the body if there was anything wrong with it; to be called when all of it has been read. */
    public void refuseFaulty(Function<List<Fault>, ProblemException> refusal) {
        if (!faults.isEmpty()) {
            throw refusal.apply(faults);
        }
    }

    /** The fields of an object within; of an empty one if there is none. */
    public BodyFields within(String field) {
        var inner = object.path(field);
        if (isPresent(inner) && !inner.isObject()) {
            fault(field, "must be an object");
        }
        return new BodyFields(inner, pointer(field), faults);
    }

    /** The objects of a list within; none if there is no list. */
    public List<BodyFields> each(String field, int limit) {
        var list = object.path(field);
        if (isPresent(list) && (!list.isArray() || list.size() > limit)) {
            fault(field, "must be a list of at most " + limit + " objects");
            return List.of();
        }
        var each = IntStream.range(0, list.size())
                .mapToObj(i -> new BodyFields(list.get(i), pointer(field) + "/" + i, faults))
                .toList();
        each.forEach(BodyFields::demandObject);
        return each;
    }

    public boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** A field as it stands there, to be read by somebody else; missing if it is. */
    public JsonNode node(String field) {
        return object.path(field);
    }

    public void allow(Set<String> allowed) {
        names().stream().filter(name -> !allowed.contains(name)).forEach(name -> fault(name, "is not known here"));
    }

    public List<String> names() {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public @Nullable String text(String field, int limit) {
        var node = object.path(field);
        if (!isPresent(node)) {
            return null;
        }
        if (!node.isTextual() || node.asText().isBlank()) {
            fault(field, "must be a text that is not empty");
            return null;
        }
        return checked(pointer(field), node.asText().strip(), limit);
    }

    private @Nullable String checked(String pointer, String text, int limit) {
        if (text.length() > limit) {
            faults.add(new Fault(pointer, "is longer than " + limit + " characters"));
            return null;
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
            faults.add(new Fault(pointer, "contains a control character"));
            return null;
        }
        return text;
    }

    public String required(String field, int limit) {
        if (!has(field)) {
            fault(field, "is missing");
            return "";
        }
        var text = text(field, limit);
        return text == null ? "" : text;
    }

    public boolean flag(String field) {
        var node = object.path(field);
        if (isPresent(node) && !node.isBoolean()) {
            fault(field, "must be true or false");
        }
        return node.asBoolean(false);
    }

    /** A whole number within these bounds; null if there is none. */
    public @Nullable Long number(String field, long least, long most) {
        var node = object.path(field);
        if (!isPresent(node)) {
            return null;
        }
        boolean fits = node.isIntegralNumber() && node.canConvertToLong();
        if (!fits || node.asLong() < least || node.asLong() > most) {
            fault(field, "must be a whole number from " + least + " to " + most);
            return null;
        }
        return node.asLong();
    }

    /** What the parser makes of the text; empty with a fault if it throws. */
    public <T> Optional<T> parsed(String field, String detail, Function<String, T> parser) {
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

    /** Nothing was declared in the future. */
    public Optional<Instant> past(String field, Instant now) {
        var at = parsed(field, "is not an ISO 8601 instant such as 2026-12-01T08:00:00Z", BodyFields::instant);
        if (at.filter(instant -> instant.isAfter(now)).isPresent()) {
            fault(field, "lies in the future");
        }
        return at;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    public List<String> texts(String field, int limit) {
        var node = object.path(field);
        if (!isPresent(node)) {
            return List.of();
        }
        if (!node.isArray() || node.size() > limit) {
            fault(field, "must be a list of at most " + limit + " texts");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < node.size(); i++) {
            var text = checked(pointer(field) + "/" + i, node.get(i).asText().strip(), 50);
            if (text != null && !text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static boolean isPresent(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    public void fault(String field, String detail) {
        faults.add(new Fault(pointer(field), detail));
    }

    /** Something is wrong with one entry of a list. */
    public void fault(String field, int index, String detail) {
        faults.add(new Fault(pointer(field) + "/" + index, detail));
    }

    private String pointer(String field) {
        return path + "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
