package io.chancery.render.style;

import io.chancery.render.style.StyleRule.Declaration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes the style sheets in the head of a mail to its elements: Outlook reads no others in forwarded mails, and Gmail drops a whole
 * {@code <style>} for one rule that it does not like. Media queries stay where they are. Keeps what it has read.
 */
public final class InlineStyles {

    private static final int KEPT = 32;

    private static final Comparator<StyleRule> CASCADE =
            Comparator.comparingInt(StyleRule::specificity).thenComparingInt(StyleRule::place);

    private final Map<String, StyleSheet> sheets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StyleSheet> eldest) {
            return size() > KEPT;
        }
    };

    /** @throws io.chancery.render.RenderException if a style sheet cannot be read */
    public void apply(Document mail) {
        var styles = mail.head().select("style");
        var read = styles.stream().map(style -> sheet(style.data())).toList();
        if (read.isEmpty()) {
            return;
        }
        mail.body().getAllElements().forEach(element -> apply(read, element));
        for (int i = 0; i < read.size(); i++) {
            leave(read.get(i).rest(), styles.get(i));
        }
    }

    private static void leave(String rest, Element style) {
        if (rest.isEmpty()) {
            style.remove();
        } else {
            style.empty().appendChild(new DataNode("\n" + rest));
        }
    }

    private StyleSheet sheet(String css) {
        synchronized (sheets) {
            return sheets.computeIfAbsent(css, StyleSheet::of);
        }
    }

    private static void apply(List<StyleSheet> sheets, Element element) {
        var declared = sheets.stream()
                .flatMap(sheet -> sheet.rulesFor(element).sorted(CASCADE))
                .flatMap(rule -> rule.declarations().stream())
                .toList();
        if (declared.isEmpty()) {
            return;
        }
        var written = new LinkedHashMap<String, String>();
        declare(declared, false, written);
        StyleAttribute.of(element).forEach((property, value) -> StyleAttribute.put(written, property, value));
        declare(declared, true, written);
        var style = new StringBuilder();
        written.forEach((property, value) ->
                style.append(property).append(':').append(value).append(';'));
        element.attr("style", style.toString());
    }

    private static void declare(List<Declaration> all, boolean important, Map<String, String> written) {
        all.stream()
                .filter(declaration -> declaration.important() == important)
                .forEach(declaration -> StyleAttribute.put(written, declaration.property(), declaration.value()));
    }
}
