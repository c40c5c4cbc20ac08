package io.chancery.message.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.message.intake.MessageOrder.CopyOrder;
import io.chancery.message.intake.MessageOrder.CustomerKey;
import io.chancery.message.intake.MessageOrder.Options;
import io.chancery.platform.Fault;
import io.chancery.vocabulary.Channel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /messages} and collects every fault of its form, each with its pointer. */
final class OrderReader {

    private static final Set<String> FIELDS = Set.of(
            "template",
            "customer",
            "reference",
            "data",
            "metadata",
            "channels",
            "language",
            "sendAt",
            "expiresAt",
            "copies");
    private static final Set<String> COPY_FIELDS = Set.of("role", "customer");
    private static final Set<String> CUSTOMER_FIELDS = Set.of("ucid", "source", "record");
    private static final String UNFIT = "holds a character that is no text: NUL or half of a surrogate pair";
    private static final int REFERENCE_LIMIT = 200;
    private static final int METADATA_LIMIT = 10_000;
    private static final int MOST_COPIES = 5;

    private final Set<Channel> known;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param known the channels that this installation can render
     * @param now when the order is read
     */
    OrderReader(Set<Channel> known, Instant now) {
        this.known = known;
        this.now = now;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The order, complete enough to go on checking even if there are faults. */
    MessageOrder read(JsonNode body) {
        if (!body.isObject()) {
            throw MessageRefusedException.invalid(List.of(new Fault("", "a JSON object is expected")));
        }
        refuseUnknown(body, FIELDS, "");
        var template = text(body, "template", "");
        if (!body.hasNonNull("template")) {
            fault("/template", "is missing");
        }
        var reference = text(body, "reference", "");
        if (reference != null && reference.length() > REFERENCE_LIMIT) {
            fault("/reference", "is longer than " + REFERENCE_LIMIT + " characters");
        }
        return new MessageOrder(
                template == null ? "" : template,
                customer(body.path("customer"), "/customer"),
                reference == null ? "" : reference,
                object(body, "data"),
                metadata(body),
                options(body),
                copies(body.path("copies")));
    }

    private CustomerKey customer(JsonNode customer, String pointer) {
        if (!customer.isObject()) {
            fault(pointer, "must be an object with ucid, or with source and record");
            return new CustomerKey(null, null, null);
        }
        refuseUnknown(customer, CUSTOMER_FIELDS, pointer);
        var key = new CustomerKey(
                text(customer, "ucid", pointer), text(customer, "source", pointer), text(customer, "record", pointer));
        boolean byRecord = key.source() != null && key.record() != null;
        boolean half = (key.source() == null) != (key.record() == null);
        if (half || byRecord == (key.ucid() != null)) {
            fault(pointer, "must have either ucid, or both source and record");
        }
        return key;
    }

    private List<CopyOrder> copies(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_COPIES) {
            fault("/copies", "must be a list of at most " + MOST_COPIES + " copies");
            return List.of();
        }
        var copies = new ArrayList<CopyOrder>();
        for (int i = 0; i < list.size(); i++) {
            copies.add(copy(list.get(i), "/copies/" + i));
        }
        return copies;
    }

    private CopyOrder copy(JsonNode copy, String pointer) {
        if (!copy.isObject()) {
            fault(pointer, "must be an object with role and customer");
            return new CopyOrder("", new CustomerKey(null, null, null));
        }
        refuseUnknown(copy, COPY_FIELDS, pointer);
        var role = text(copy, "role", pointer);
        if (!copy.hasNonNull("role")) {
            fault(pointer + "/role", "is missing");
        }
        return new CopyOrder(role == null ? "" : role, customer(copy.path("customer"), pointer + "/customer"));
    }

    private JsonNode metadata(JsonNode body) {
        if (!body.has("metadata")) {
            return JsonNodeFactory.instance.objectNode();
        }
        var metadata = object(body, "metadata");
        if (metadata.toString().length() > METADATA_LIMIT) {
            fault("/metadata", "is longer than " + METADATA_LIMIT + " characters");
        }
        refuseUnfit(metadata, "/metadata");
        return metadata;
    }

    private Options options(JsonNode body) {
        var language = text(body, "language", "");
        if (language != null && !language.matches("[a-z]{2}")) {
            fault("/language", "is not an ISO 639-1 code");
        }
        var sendAt = instant(body, "sendAt");
        var expiresAt = instant(body, "expiresAt");
        if (sendAt != null && expiresAt != null && !expiresAt.isAfter(sendAt)) {
            fault("/expiresAt", "is not after sendAt");
        } else if (expiresAt != null && !expiresAt.isAfter(now)) {
            fault("/expiresAt", "has passed");
        }
        return new Options(channels(body.path("channels")), language, sendAt, expiresAt);
    }

    private List<Channel> channels(JsonNode names) {
        if (names.isMissingNode() || names.isNull()) {
            return List.of();
        }
        if (!names.isArray() || names.isEmpty()) {
            fault("/channels", "must be a list of at least one channel");
            return List.of();
        }
        var channels = new ArrayList<Channel>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i).asText();
            var channel = known.stream().filter(one -> one.name().equals(name)).findFirst();
            if (channel.isEmpty()) {
                fault("/channels/" + i, "is not a channel; there are " + known);
            } else if (channels.contains(channel.get())) {
                fault("/channels/" + i, "is named twice");
            } else {
                channels.add(channel.get());
            }
        }
        return channels;
    }

    private JsonNode object(JsonNode body, String field) {
        var node = body.path(field);
        if (!node.isObject()) {
            fault("/" + field, node.isMissingNode() ? "is missing" : "must be an object");
            return JsonNodeFactory.instance.objectNode();
        }
        return node;
    }

    private @Nullable String text(JsonNode parent, String field, String path) {
        var node = parent.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.asText().isBlank()) {
            fault(path + "/" + field, "must be a text that is not empty");
            return null;
        }
        refuseUnfit(node, path + "/" + field);
        return node.asText();
    }

    /** What no database keeps, wherever it stands in a value. */
    private void refuseUnfit(JsonNode node, String pointer) {
        if (node.isTextual() && isUnfit(node.textValue())) {
            fault(pointer, UNFIT);
        }
        for (var property : node.properties()) {
            if (isUnfit(property.getKey())) {
                fault(pointer, "has a property whose name " + UNFIT);
            } else {
                refuseUnfit(property.getValue(), pointer + "/" + escaped(property.getKey()));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseUnfit(node.get(i), pointer + "/" + i);
        }
    }

    private static boolean isUnfit(String text) {
        return text.codePoints()
                .anyMatch(codePoint -> codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE);
    }

    /** To the microsecond, as it is kept. */
    private @Nullable Instant instant(JsonNode body, String field) {
        var text = text(body, field, "");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            fault("/" + field, "is not an ISO 8601 instant such as 2026-12-01T08:00:00Z");
            return null;
        }
    }

    private void refuseUnknown(JsonNode object, Set<String> allowed, String path) {
        object.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                fault(path + "/" + escaped(name), "is not a field of a message");
            }
        });
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
