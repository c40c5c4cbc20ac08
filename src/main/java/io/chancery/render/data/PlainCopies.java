package io.chancery.render.data;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies a settings tree into what the author's language knows: maps, lists, texts, numbers and truth values. */
public final class PlainCopies {

    private PlainCopies() {}

    public static Map<String, Object> of(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), Objects.requireNonNull(value(value)));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(PlainCopies::value)
                    .filter(Objects::nonNull)
                    .toList();
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        return value == null || value instanceof Boolean || value instanceof Number ? value : String.valueOf(value);
    }
}
