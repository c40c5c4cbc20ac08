package io.chancery.web.message;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody looks for in the list, as the form says it. A field that is empty is as good as none. */
public class MessageQuery {

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("template")
    @Nullable
    String template;

    @QueryParam("reference")
    @Nullable
    String reference;

    @QueryParam("customer")
    @Nullable
    String customer;

    @QueryParam("channel")
    @Nullable
    String channel;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("until")
    @Nullable
    String until;

    @QueryParam("after")
    @Nullable
    UUID after;

    /** Any value but none: the page stays as it is until it is asked for again. */
    @QueryParam("still")
    @Nullable
    String still;

    /** Each field that says something, in the order of the form. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "status", status);
        put(fields, "template", template);
        put(fields, "reference", reference);
        put(fields, "customer", customer);
        put(fields, "channel", channel);
        put(fields, "from", from);
        put(fields, "until", until);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value.strip());
        }
    }

    /** What a field says; empty if it says nothing. */
    public String of(String field) {
        return fields().getOrDefault(field, "");
    }

    /** Whether anything but a status narrows the list down. */
    public boolean isNarrowed() {
        return fields().keySet().stream().anyMatch(field -> !field.equals("status"));
    }

    /** The query of the same list with another value of one field; an empty value for none. */
    public String with(String field, String value) {
        var fields = fields();
        fields.remove(field);
        put(fields, field, value);
        return fields.isEmpty()
                ? ""
                : fields.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The query of the page that follows a message. */
    public String olderThan(UUID last) {
        return with("after", last.toString());
    }

    /** Whether this is the page with the newest ones. */
    public boolean isNewest() {
        return after == null;
    }

    /** Whether it follows what happens. */
    public boolean isLive() {
        return isNewest() && still == null;
    }

    /** When a day begins; null if there is none, or if it is no day. */
    static @Nullable Instant begin(String day, ZoneId zone, int later) {
        try {
            return day.isEmpty()
                    ? null
                    : LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
