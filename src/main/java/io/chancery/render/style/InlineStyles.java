package io.chancery.render.style;

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

    private final Map<List<String>, Cascade> cascades = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Cascade> eldest) {
            return size() > KEPT;
        }
    };

    /** @throws io.chancery.render.RenderException if a style sheet cannot be read */
    public void apply(Document mail) {
        var styles = mail.head().getElementsByTag("style");
        if (styles.isEmpty()) {
            return;
        }
        var cascade = cascade(styles.stream().map(Element::data).toList());
        cascade.apply(mail.body());
        for (int i = 0; i < styles.size(); i++) {
            leave(cascade.sheets().get(i).rest(), styles.get(i));
        }
    }

    private static void leave(String rest, Element style) {
        if (rest.isEmpty()) {
            style.remove();
        } else {
            style.empty().appendChild(new DataNode("\n" + rest));
        }
    }

    private Cascade cascade(List<String> css) {
        synchronized (cascades) {
            var known = cascades.get(css);
            if (known == null || known.isFull()) {
                known = new Cascade(css.stream().map(StyleSheet::of).toList());
                cascades.put(css, known);
            }
            return known;
        }
    }
}
