package io.chancery.message.archive.search;

import io.chancery.message.archive.query.QueryTerm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a delivery that was found, in SQL over {@code delivery}, {@code message} and {@code version}. What is
 * looked up elsewhere is looked up for each delivery ({@code offset 0}), so that no plan begins there.
 *
 * @param value of its question mark; null if it has none
 */
public record Condition(String sql, @Nullable Object value) {

    /** Nobody finds who was erased, except by what had to be kept. */
    public static final Condition NOT_ERASED = new Condition(
            "(not exists (select from customer_key where customer_key.customer_id = delivery.customer_id"
                    + " and customer_key.wrapped is null offset 0)"
                    + " or exists (select from kept_key where kept_key.delivery_id = delivery.id offset 0))",
            null);

    /** What had to be kept of somebody who was erased is for those alone who see to it. */
    public static final Condition NOT_KEPT =
            new Condition("not exists (select from kept_key where kept_key.delivery_id = delivery.id offset 0)", null);

    /** In the answer of the query and not in its condition, for which it could go by the words of the whole month. */
    private static final String TEXT = "coalesce((select archive_text.%s from archive_text"
            + " where archive_text.delivery_id = delivery.id and archive_text.month = month_of(delivery.id)), false)";

    public static Condition ofClient(UUID id) {
        return new Condition("message.client_id = ?", id);
    }

    public static Condition ofCustomers(List<UUID> ids) {
        return new Condition("delivery.customer_id = any (?)", ids.toArray(UUID[]::new));
    }

    public static Condition test(boolean test) {
        return new Condition(test ? "message.test" : "not message.test", null);
    }

    /** @param query in the form of a tsquery */
    public static Condition saying(String query, boolean excluded) {
        return new Condition((excluded ? "not " : "") + TEXT.formatted("words @@ ?::tsquery"), query);
    }

    /** What one term asks for, unless others say it. */
    static @Nullable Condition of(QueryTerm term) {
        var value = term.value();
        return switch (term.key()) {
            case REFERENCE -> new Condition("message.reference = ?", value);
            case TEMPLATE -> column("message.template", value, term);
            case VERSION -> column("version.number", Integer.valueOf(value), term);
            case CLASS -> column("message.class", value, term);
            case PURPOSE -> column("version.purpose", value, term);
            case CHANNEL -> column("delivery.channel", value, term);
            case STATUS -> column("delivery.status", value, term);
            case REASON ->
                negated(
                        "exists (select from event where event.delivery_id = delivery.id and event.reason = ?"
                                + " offset 0)",
                        value,
                        term);
            case PROVIDER_ID ->
                new Condition(
                        "exists (select from attempt_reference where attempt_reference.delivery_id = delivery.id"
                                + " and attempt_reference.reference = ? offset 0)",
                        value);
            case RECIPIENT -> new Condition(TEXT.formatted("recipient = ?"), value);
            case RUN -> new Condition("delivery.run_id = ?", UUID.fromString(value));
            case CUSTOMER, SOURCE, RECORD, FROM, TO, TEST, TEXT -> null;
        };
    }

    private static Condition column(String column, Object value, QueryTerm term) {
        return negated(column + " = ?", value, term);
    }

    private static Condition negated(String sql, Object value, QueryTerm term) {
        return new Condition(term.excluded() ? "not " + sql : sql, value);
    }
}
