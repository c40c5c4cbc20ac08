package io.chancery.platform.webhook;

import io.chancery.platform.request.BodyFields;
import io.chancery.platform.webhook.send.RefusedTargetException;
import io.chancery.platform.webhook.send.Targets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What somebody asks to be told, and where. */
record WebhookOrder(String url, String description, List<String> events) {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int MOST_EVENTS = 20;

    /** Reads all of it, with every fault. */
    static WebhookOrder read(BodyFields fields, Targets targets) {
        fields.allow(Set.of("url", "description", "events"));
        var url = fields.required("url", LONGEST_URL);
        if (!fields.has("events")) {
            fields.fault("events", "is missing");
        }
        var order = new WebhookOrder(url, "", List.of()).changedBy(fields, targets);
        fields.refuseFaulty(WebhookException::invalid);
        return order;
    }

    /** What stands in the fields takes the place of what is here; faults stay in the fields. */
    WebhookOrder changedBy(BodyFields fields, Targets targets) {
        return new WebhookOrder(
                fields.has("url") ? url(fields, targets) : url,
                fields.has("description") ? text(fields, "description", LONGEST_DESCRIPTION) : description,
                fields.has("events") ? events(fields) : events);
    }

    private static String url(BodyFields fields, Targets targets) {
        var url = text(fields, "url", LONGEST_URL);
        try {
            if (!url.isEmpty()) {
                targets.check(url);
            }
        } catch (RefusedTargetException e) {
            fields.fault("url", e.why());
        }
        return url;
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
