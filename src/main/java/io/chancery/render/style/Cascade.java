package io.chancery.render.style;

import io.chancery.render.style.StyleRule.Declaration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What some style sheets say of the elements of a mail. Most elements are of a kind that was in earlier mails too, and of a kind
 * it is worked out once.
 */
final class Cascade {

    /** Of what is remembered; a brand's mails need some ten thousand. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final int OVERHEAD = 200;

    private static final Comparator<StyleRule> ORDER =
            Comparator.comparingInt(StyleRule::specificity).thenComparingInt(StyleRule::place);

    private final List<StyleSheet> sheets;
    private final boolean asksForNeighbours;
    private final boolean asksForAttributes;
    private final Kind outermost = new Kind();
    private final AtomicInteger room = new AtomicInteger(MOST_CHARACTERS);

    /** Elements that no style sheet tells apart. */
    private static final class Kind {

        private final Map<String, Kind> inside = new ConcurrentHashMap<>();
        private volatile @Nullable String style;
    }

    Cascade(List<StyleSheet> sheets) {
        this.sheets = sheets;
        this.asksForNeighbours = sheets.stream().anyMatch(StyleSheet::asksForNeighbours);
        this.asksForAttributes = sheets.stream().anyMatch(StyleSheet::asksForAttributes);
    }

    List<StyleSheet> sheets() {
        return sheets;
    }

    /** Whether it should be given up for a new one. */
    boolean isFull() {
        return room.get() < 0;
    }

    /** Writes it to the elements of a mail. */
    void apply(Element body) {
        var html = body.parent();
        apply(body, html == null ? outermost : kind(html, outermost));
    }

    private void apply(Element element, Kind parent) {
        var kind = kind(element, parent);
        var known = kind.style;
        var style = known == null || asksForNeighbours ? style(element) : known;
        if (known == null) {
            kind.style = style;
            room.addAndGet(-style.length());
        }
        element.children().forEach(child -> apply(child, kind));
        if (!style.isEmpty()) {
            element.attr("style", style);
        }
    }

    private Kind kind(Element element, Kind parent) {
        var traits = traits(element);
        var known = parent.inside.get(traits);
        if (known != null || isFull()) {
            return known == null ? new Kind() : known;
        }
        room.addAndGet(-traits.length() - OVERHEAD);
        return parent.inside.computeIfAbsent(traits, added -> new Kind());
    }

    private String traits(Element element) {
        if (asksForAttributes) {
            return element.normalName() + element.attributes().html();
        }
        return String.join("\0", element.normalName(), element.className(), element.id(), element.attr("style"));
    }

    /** What an element is to have in its {@code style}; empty if the style sheets say nothing. */
    private String style(Element element) {
        var declared = sheets.stream()
                .flatMap(sheet -> sheet.rulesFor(element).sorted(ORDER))
                .flatMap(rule -> rule.declarations().stream())
                .toList();
        if (declared.isEmpty()) {
            return "";
        }
        var written = new LinkedHashMap<String, String>();
        declare(declared, false, written);
        StyleAttribute.of(element).forEach((property, value) -> StyleAttribute.put(written, property, value));
        declare(declared, true, written);
        var style = new StringBuilder();
        written.forEach((property, value) ->
                style.append(property).append(':').append(value).append(';'));
        return style.toString();
    }

    private static void declare(List<Declaration> all, boolean important, Map<String, String> written) {
        all.stream()
                .filter(declaration -> declaration.important() == important)
                .forEach(declaration -> StyleAttribute.put(written, declaration.property(), declaration.value()));
    }
}
