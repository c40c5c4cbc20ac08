package io.chancery.customer.page;

import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Attribute.Category;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much of a value somebody sees, the least first. */
enum Sight {
    HIDDEN,
    /** Enough to recognise it, not enough to learn it. */
    MASKED,
    CLEAR;

    /** By category: neutral, personal, sensitive, special. Whoever has several roles sees with the best of them. */
    private static final Map<String, Sight[]> OF_ROLE = Map.of(
            "system", new Sight[] {CLEAR, CLEAR, CLEAR, CLEAR},
            "compliance", new Sight[] {CLEAR, CLEAR, CLEAR, CLEAR},
            "steward", new Sight[] {CLEAR, CLEAR, CLEAR, CLEAR},
            "admin", new Sight[] {CLEAR, CLEAR, CLEAR, CLEAR},
            "agent", new Sight[] {CLEAR, CLEAR, MASKED, HIDDEN},
            "operator", new Sight[] {CLEAR, HIDDEN, HIDDEN, HIDDEN});

    private static final Pattern BUT_YEAR = Pattern.compile("(?<=-)\\d\\d");
    private static final Pattern LOCAL_PART = Pattern.compile("(?<=.)[^@](?=.*@)");
    private static final Pattern MIDDLE_DIGITS = Pattern.compile("(?<=...)\\d(?=\\d\\d)");
    private static final Pattern BUT_FIRST = Pattern.compile("(?<=\\S)\\S");

    static Sight of(Collection<String> roles, Category category) {
        return roles.stream()
                .map(OF_ROLE::get)
                .filter(sights -> sights != null)
                .map(sights -> sights[category.ordinal()])
                .max(Comparator.naturalOrder())
                .orElse(HIDDEN);
    }

    /** The value as it is seen; null if nothing is. */
    @Nullable
    String apply(Attribute attribute, @Nullable String value) {
        if (value == null || value.isEmpty() || this == CLEAR) {
            return value;
        }
        return this == HIDDEN ? null : mask(attribute).apply(value);
    }

    private static UnaryOperator<String> mask(Attribute attribute) {
        var pattern = switch (attribute) {
            case BIRTH_DATE -> BUT_YEAR;
            case EMAIL -> LOCAL_PART;
            case MOBILE, PHONE -> MIDDLE_DIGITS;
            default -> BUT_FIRST;
        };
        var cover = attribute == Attribute.BIRTH_DATE ? "**" : "*";
        return value -> pattern.matcher(value).replaceAll(cover);
    }
}
