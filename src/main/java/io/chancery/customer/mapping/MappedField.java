package io.chancery.customer.mapping;

import static java.util.Objects.requireNonNullElse;

import io.chancery.platform.stream.RawRecord;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A field mapping made ready to be applied to many records. */
record MappedField(
        FieldKind kind,
        Expression source,
        Map<String, String> values,
        String fallback,
        DatePattern dates,
        String label,
        String scheme) {

    static MappedField of(FieldMapping mapping) {
        var values = mapping.values().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, second) -> first));
        return new MappedField(
                mapping.kind(),
                mapping.source(),
                values,
                mapping.fallback(),
                DatePattern.of(mapping.pattern()),
                mapping.label(),
                requireNonNullElse(mapping.scheme(), ""));
    }

    void apply(Draft draft, RawRecord raw) {
        var text = text(raw);
        if (!text.isEmpty()) {
            kind.apply(draft, text, this);
        }
    }

    /** In our words; empty if the record says nothing. */
    String text(RawRecord raw) {
        var text = source.read(raw);
        if (text.isEmpty()) {
            return fallback;
        }
        return values.isEmpty() ? text : values.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }
}
