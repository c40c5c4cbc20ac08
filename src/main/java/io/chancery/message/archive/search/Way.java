package io.chancery.message.archive.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A way into the archive: for each of some values the newest deliveries that an index has of it. Each is written so that the
 * database can read it from that index alone, whatever it knows of the values when it plans.
 *
 * @param type of the values in the database
 * @param values that lead to deliveries
 * @param select deliveries of {@code key.value}, newest first
 * @param spans how often the select names the ends of a span
 */
public record Way(String type, List<?> values, String select, int spans) {

    /** How many deliveries are looked at for one page; there may be more behind them. */
    static final int MOST = 20_000;

    private static final String DELIVERIES = """
            select id from delivery where %1$s = key.value and id >= ? and id < ?
            order by %1$s desc, id desc limit ?
            """;
    private static final String EVENTS = """
            select delivery_id from event where %1$s = key.value and %2$s and delivery_id >= ? and delivery_id < ?
            order by %1$s desc, delivery_id desc limit ?
            """;
    private static final String STOPS = "kind in ('held', 'uncertain', 'skipped', 'cancelled', 'expired', 'failed',"
            + " 'returned', 'unconfirmed')";

    static Way byCustomers(List<UUID> ids) {
        return new Way("uuid", ids, DELIVERIES.formatted("customer_id"), 1);
    }

    static Way byVersions(List<UUID> ids) {
        return new Way("uuid", ids, DELIVERIES.formatted("template_version_id"), 1);
    }

    static Way byRun(UUID id) {
        return new Way("uuid", List.of(id), DELIVERIES.formatted("run_id"), 1);
    }

    static Way byReason(String code) {
        return new Way("text", List.of(code), EVENTS.formatted("reason", "reason is not null"), 1);
    }

    /** By the kinds of events that bring a delivery to a stop. */
    static Way byStops(List<String> kinds) {
        return new Way("text", kinds, EVENTS.formatted("kind", STOPS), 1);
    }

    static Way byRecipient(String key) {
        return new Way("text", List.of(key), """
                select delivery_id from archive_text
                where recipient = key.value and month >= month_of(?) and month <= month_of(?)
                    and delivery_id >= ? and delivery_id < ?
                order by recipient desc, delivery_id desc limit ?
                """, 2);
    }

    static Way byProviderId(String reference) {
        return new Way("text", List.of(reference), """
                select delivery_id from (select delivery_id from attempt_reference where reference = key.value offset 0)
                    as attempt
                where delivery_id >= ? and delivery_id < ? order by delivery_id desc limit ?
                """, 1);
    }

    /** Of a reference that very many messages have only the newest of them. */
    static Way byReference(String reference) {
        return new Way("text", List.of(reference), """
                select delivery.id
                from (select id from message where reference <> '' and reference = key.value
                        order by reference desc, id desc limit %d) as named
                    cross join lateral (select id from delivery where message_id = named.id offset 0) as delivery
                where delivery.id >= ? and delivery.id < ? order by delivery.id desc limit ?
                """.formatted(MOST), 1);
    }

    /** These very deliveries. */
    public static Way to(List<UUID> ids) {
        return new Way("uuid", ids, "select key.value where key.value >= ? and key.value < ? limit ?", 1);
    }

    /** All there are. */
    static Way along() {
        return new Way(
                "text", List.of(""), "select id from delivery where id >= ? and id < ? order by id desc limit ?", 1);
    }

    /** How many deliveries of each value are looked at; two at least, so that one that leads to one is not cut off. */
    int limit() {
        return Math.max(MOST / Math.max(1, values.size()), 2);
    }

    /** The whole of it: columns {@code no} of the value and {@code id}. */
    String sql() {
        return "select key.no, found.id from unnest(?::" + type + "[]) with ordinality as key (value, no)"
                + " cross join lateral (" + select + ") as found (id)";
    }

    /** What its question marks stand for, after the values. */
    List<Object> parameters(Span span) {
        var parameters = new ArrayList<Object>();
        for (int i = 0; i < spans; i++) {
            parameters.add(span.low());
            parameters.add(span.high());
        }
        parameters.add(limit());
        return parameters;
    }
}
