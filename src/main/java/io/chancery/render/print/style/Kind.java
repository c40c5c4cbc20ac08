package io.chancery.render.print.style;

import com.openhtmltopdf.css.newmatch.CascadedStyle;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a style sheet can tell of an element. Most elements of a letter are of a kind that was in earlier letters too. */
final class Kind {

    final @Nullable Kind parent;
    final Traits traits;
    final @Nullable Kind before;
    final Map<Traits, Kind> children = new HashMap<>();
    final Map<String, Styled> pseudoElements = new HashMap<>();

    @Nullable
    CascadedStyle style;

    /**
     * What tells the children of one parent apart.
     *
     * @param attributes those that a style sheet can ask for
     * @param declared what the element itself declares, as CSS: in its {@code style}, and by old attributes such as {@code align}
     * @param before the element before it; null if there is none or no style sheet asks
     * @param isFirst among its parent's; false if no style sheet asks
     * @param isLast among its parent's; false if no style sheet asks
     */
    record Traits(
            String name,
            Map<String, String> attributes,
            Declared declared,
            @Nullable Traits before,
            boolean isFirst,
            boolean isLast) {}

    /**
     * CSS that an element brings along.
     *
     * @param hints of the lowest rank
     */
    record Declared(String style, String hints) {}

    /** The style of a pseudo-element, null if it has none. */
    record Styled(@Nullable CascadedStyle style) {}

    Kind(@Nullable Kind parent, Traits traits) {
        this.parent = parent;
        this.traits = traits;
        this.before = traits.before() == null ? null : new Kind(parent, traits.before());
    }
}
