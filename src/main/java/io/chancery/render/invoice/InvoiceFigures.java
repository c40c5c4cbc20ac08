package io.chancery.render.invoice;

import io.chancery.render.RenderException;
import io.chancery.template.TemplateSettings.PricedLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The figures of one invoice by what they mean, read from the data and the totals that its page is made of. */
final class InvoiceFigures {

    private final PricedLines.Invoice fields;
    private final Map<?, ?> data;
    private final Map<?, ?> totals;

    /**
     * @param values what the message's template can name
     */
    InvoiceFigures(PricedLines.Invoice fields, Map<String, Object> values) {
        this.fields = fields;
        this.data = (Map<?, ?>) known(values, "data");
        this.totals = (Map<?, ?>) known(values, "totals");
    }

    boolean isCreditNote() {
        return fields.type() == PricedLines.Type.CREDIT_NOTE;
    }

    String number() {
        return required("number", String.class);
    }

    LocalDate date() {
        return required("date", LocalDate.class);
    }

    Optional<LocalDate> due() {
        return find(fields.path("due"), LocalDate.class);
    }

    LocalDate from() {
        return required("from", LocalDate.class);
    }

    LocalDate to() {
        return required("to", LocalDate.class);
    }

    String currency() {
        return required("currency", String.class);
    }

    /** The number of the invoice that a credit note corrects. */
    Optional<String> corrected() {
        return find(fields.path("corrected"), String.class);
    }

    /** What a public authority wants its invoices to name (Leitweg-ID). */
    Optional<String> buyerReference() {
        return find(fields.path("buyerReference"), String.class);
    }

    BigDecimal gross() {
        return (BigDecimal) known(totals, "gross");
    }

    List<Line> lines() {
        return ((List<?>) known(totals, "lines"))
                .stream().map(line -> line((Map<?, ?>) line)).toList();
    }

    private Line line(Map<?, ?> line) {
        return new Line(
                String.valueOf(known(line, fields.path("text"))),
                String.valueOf(known(line, fields.path("unit"))),
                decimal(known(line, fields.path("quantity"))),
                decimal(known(line, fields.path("price"))),
                decimal(known(line, fields.path("vat"))));
    }

    private static Object known(Map<?, ?> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(String.valueOf(number));
    }

    /**
     * One priced line.
     *
     * @param vat rate in percent
     */
    record Line(String text, String unit, BigDecimal quantity, BigDecimal price, BigDecimal vat) {}

    private <T> T required(String field, Class<T> type) {
        var path = fields.path(field);
        return find(path, type)
                .orElseThrow(() -> new RenderException(
                        "/data/" + path.replace('.', '/') + " is missing, and an invoice needs it (UStG § 14 (4))"));
    }

    /** Finds a field of the data by its path, dots between the names; nothing for an empty path. */
    private <T> Optional<T> find(String path, Class<T> type) {
        Object value = path.isEmpty() ? null : data;
        for (var name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }
}
