package io.chancery.customer.steward;

import io.chancery.customer.registry.RecordName;
import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Ucid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stewards order. Whatever is wrong with an order is said at once, each fault with its pointer; nothing of a
 * faulty order is carried out.
 */
public final class OrderBody {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_VERSION = 100;
    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_RECORD = 200;
    private static final int MOST_RECORDS = 500;

    private final BodyFields fields;

    private OrderBody(byte[] body, Set<String> allowed) {
        fields = BodyFields.read(body);
        fields.allow(allowed);
    }

    /** The body of {@code …/merge}. */
    public static Orders.Merge merge(byte[] body) {
        var order = new OrderBody(body, Set.of("other", "version", "otherVersion", "reason", "dryRun"));
        var other = order.needed("other", "is not a UCID: nine letters and digits such as 4KT-9QX-RM7", Ucid::new);
        var version = order.version("version");
        var otherVersion = order.version("otherVersion");
        var reason = order.reason();
        boolean dryRun = order.fields.flag("dryRun");
        return new Orders.Merge(order.sound(other), version, otherVersion, reason, dryRun);
    }

    /** The body of {@code …/split}. */
    public static Orders.Split split(byte[] body) {
        var order = new OrderBody(body, Set.of("records", "version", "reason", "dryRun"));
        var records = order.records();
        var version = order.version("version");
        var reason = order.reason();
        boolean dryRun = order.fields.flag("dryRun");
        return new Orders.Split(order.sound(Optional.of(records)), version, reason, dryRun);
    }

    /** The body of {@code …/decision}. */
    public static Orders.Decision decision(byte[] body) {
        var order = new OrderBody(body, Set.of("verdict", "version", "reason", "dryRun"));
        var verdict = order.needed("verdict", "is either same or different", OrderBody::verdict);
        var version = order.fields.text("version", LONGEST_VERSION);
        var reason = order.reason();
        boolean dryRun = order.fields.flag("dryRun");
        return new Orders.Decision(order.sound(verdict), version, reason, dryRun);
    }

    /** @param body may be empty: there is nothing that must be said */
    public static Orders.Undo undo(byte[] body) {
        if (body.length == 0) {
            return new Orders.Undo("", false);
        }
        var order = new OrderBody(body, Set.of("reason", "dryRun"));
        var reason = order.reason();
        boolean dryRun = order.fields.flag("dryRun");
        return new Orders.Undo(order.sound(Optional.of(reason)), dryRun);
    }

    private static Orders.Verdict verdict(String text) {
        return Orders.Verdict.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private <T> Optional<T> needed(String field, String detail, Function<String, T> parser) {
        if (!fields.has(field)) {
            fields.fault(field, "is missing");
        }
        return fields.parsed(field, detail, parser);
    }

    private List<RecordName> records() {
        if (!fields.has("records")) {
            fields.fault("records", "is missing");
        }
        return fields.each("records", MOST_RECORDS).stream()
                .map(OrderBody::record)
                .toList();
    }

    private static RecordName record(BodyFields fields) {
        fields.allow(Set.of("source", "record"));
        return new RecordName(fields.required("source", LONGEST_SOURCE), fields.required("record", LONGEST_RECORD));
    }

    private @Nullable Long version(String field) {
        return fields.number(field, 1, Long.MAX_VALUE);
    }

    private String reason() {
        var reason = fields.text("reason", LONGEST_REASON);
        return reason == null ? "" : reason;
    }

    /** What was read, once nothing is wrong with any of the order. */
    private <T> T sound(Optional<T> read) {
        fields.refuseFaulty(StewardException::invalid);
        return read.orElseThrow();
    }
}
