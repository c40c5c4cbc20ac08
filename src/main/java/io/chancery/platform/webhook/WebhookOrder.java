package io.chancery.platform.webhook;

import io.chancery.platform.request.BodyFields;
import io.chancery.platform.webhook.send.RefusedTargetException;
import io.chancery.platform.webhook.send.Targets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What somebody asks to be told, and where. */
public record WebhookOrder(String url, String description, List<String> events) {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int MOST_EVENTS = 20;

    /** Reads all of it, with every fault. */
    static WebhookOrder read(BodyFields fields) {
        fields.allow(Set.of("url", "description", "events"));
        for (var field : List.of("url", "events")) {
            if (!fields.has(field)) {
                fields.fault(field, "is missing");
            }
        }
        var order = new WebhookOrder("", "", List.of()).changedBy(fields);
        fields.refuseFaulty(WebhookException::invalid);
        return order;
    }

    /** What stands in the fields takes the place of what is here; faults stay in the fields. */
    WebhookOrder changedBy(BodyFields fields) {
        return new WebhookOrder(
                fields.has("url") ? text(fields, "url", LONGEST_URL) : url,
                fields.has("description") ? text(fields, "description", LONGEST_DESCRIPTION) : description,
                fields.has("events") ? events(fields) : events);
    }

    /** Looks whether anything may be sent to the URL in the fields; asks the network, so never in a transaction. */
    static void checkTarget(BodyFields fields, Targets targets) {
        var url = fields.node("url").asText("");
        try {
            if (!url.isBlank() && fields.node("url").isTextual()) {
                targets.check(url.strip());
            }
        } catch (RefusedTargetException e) {
            fields.fault("url", e.why());
        }
    }

    private static String text(BodyFields fields, String field, int limit) {
        var text = fields.text(field, limit);
        return text == null ? "" : text;
    }

    private static List<String> events(BodyFields fields) {
        var events = fields.texts("events", MOST_EVENTS);
        for (int i = 0; i < events.size(); i++) {
            if (!EventType.ALL.contains(events.get(i))) {
                fields.fault("events", i, "is none of " + String.join(", ", new TreeSet<>(EventType.ALL)));
            }
        }
        if (events.isEmpty()) {
            fields.fault("events", "names no event");
        }
        return events.stream().distinct().toList();
    }
}
